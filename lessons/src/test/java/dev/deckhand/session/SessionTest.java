package dev.deckhand.session;

import static dev.deckhand.session.Walk.lesson;
import static dev.deckhand.session.Walk.quiz;
import static dev.deckhand.session.Walk.step;
import static dev.deckhand.session.Walk.wants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Duration QUIET = Duration.ofSeconds(2);

  private final Walk walk =
      new Walk(
          lesson(
              step(1, List.of(wants("1.1", 2)), List.of()),
              step(2, List.of(wants("2.1", 3)), List.of())));

  @Test
  void theLabStartsWhileTheFirstStepIsRead() {
    assertThat(walk.effects())
        .hasExactlyElementsOfTypes(
            Effect.Show.class, Effect.WriteDown.class, Effect.Show.class, Effect.StartLab.class);
  }

  @Test
  void aCommandTypedTooEarlyWaitsForTheLabAndThenRuns() {
    walk.type("kubectl get pods");
    assertThat(walk.session.busy()).isTrue();
    walk.effects();
    walk.labReady().prepared(1);
    assertThat(walk.effects(Effect.Run.class)).containsExactly(new Effect.Run("kubectl get pods"));
  }

  @Test
  void aWaitingCommandIsTakenBackByCtrlC() {
    walk.type("kubectl get pods");
    walk.tell(new Message.Interrupted(Instant.EPOCH));
    walk.effects();
    walk.labReady().prepared(1);
    assertThat(walk.effects(Effect.Run.class)).isEmpty();
  }

  @Test
  void aStepIsDoneTheMomentItsStateIsRight() {
    walk.labReady().prepared(1).effects();
    walk.sees(2);
    assertThat(walk.session.work().stage()).isEqualTo(StepWork.Stage.DONE);
    assertThat(walk.scenes())
        .hasExactlyElementsOfTypes(Scene.CheckHolds.class, Scene.StepDone.class);
  }

  @Test
  void aStepThatHoldsAlreadyIsDoneAtOnceAndSaysSo() {
    walk.labReady().prepared(2);
    assertThat(walk.scenes())
        .filteredOn(Scene.StepDone.class::isInstance)
        .singleElement()
        .satisfies(done -> assertThat(((Scene.StepDone) done).alreadySo()).isTrue());
  }

  @Test
  void unreachableClusterIsNotTheLearnersFault() {
    walk.labReady().prepared(1);
    walk.tell(
        new Message.Sighted(
            Walk.WEB,
            new Observation.Unreachable("The cluster does not answer.", "Wait."),
            Instant.EPOCH));
    assertThat(walk.session.work().checks().getFirst().verdict())
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void whatIsSeenOfOneObjectLeavesTheVerdictsOfOthersAsTheyWere() {
    Check web = Walk.wants("1.1", 2);
    var api = new Subject.KubernetesObject("apps/v1", "Deployment", "api", null, Map.of());
    Check other = Walk.wantsOf(api, "1.2", 3);
    var both = new Walk(Walk.lesson(Walk.step(1, List.of(web, other), List.of())));
    both.labReady().prepared(1);

    both.tell(new Message.Sighted(api, Walk.deployment(3), Instant.EPOCH));
    assertThat(both.session.work().checks())
        .extracting(CheckState::verdict)
        .hasExactlyElementsOfTypes(Verdict.Failed.class, Verdict.Passed.class);
    both.sees(2);
    assertThat(both.session.work().stage()).isEqualTo(StepWork.Stage.DONE);
  }

  @Test
  void whatIsStillOpenIsToldOnceNothingMoves() {
    walk.labReady().prepared(1);
    walk.type("kubectl scale deployment web --replicas=5").ran("kubectl scale").sees(5);
    walk.effects();
    walk.after(QUIET);
    assertThat(walk.effects(Effect.Explain.class)).hasSize(1);
    walk.tell(new Message.Explained(Map.of(), Instant.EPOCH));
    assertThat(walk.scenes())
        .satisfiesExactly(scene ->
            assertThat(scene)
                .isInstanceOfSatisfying(
                    Scene.Standing.class, standing -> assertThat(standing.all()).isFalse()));
    walk.after(QUIET);
    assertThat(walk.effects(Effect.Explain.class)).as("the same news is not told twice").isEmpty();
  }

  @Test
  void whatOnlyHasToLastIsNotToldBeforeItHolds() {
    var check = wants("1.1", 2, Check.Role.GOAL, Duration.ofSeconds(5));
    var alone = new Walk(Walk.lesson(Walk.step(1, List.of(check), List.of())));
    alone.labReady().prepared(1).type("scale").ran("scale").sees(2).effects();
    alone.after(QUIET);
    assertThat(alone.effects(Effect.Explain.class)).as("nothing is wrong").isEmpty();
    alone.after(Duration.ofSeconds(5));
    assertThat(alone.scenes()).hasAtLeastOneElementOfType(Scene.StepDone.class);
  }

  @Test
  void whoAsksIsToldOfAllChecks() {
    walk.labReady().prepared(1).effects();
    walk.type("check");
    walk.tell(new Message.Explained(Map.of(), Instant.EPOCH));
    assertThat(walk.scenes())
        .last()
        .isInstanceOfSatisfying(
            Scene.Standing.class, standing -> assertThat(standing.all()).isTrue());
  }

  @Test
  void aCommandThatChangesNothingIsNotScolded() {
    walk.labReady().prepared(1);
    walk.type("kubectl get pods").ran("kubectl get pods").effects();
    walk.after(QUIET);
    assertThat(walk.effects(Effect.Explain.class)).isEmpty();
  }

  @Test
  void nextIsRefusedWhileTheStepIsOpen() {
    walk.labReady().prepared(1).effects();
    walk.type("next");
    assertThat(walk.session.step().number()).isEqualTo(1);
    assertThat(walk.scenes()).contains(new Scene.Remark(Scene.Saying.NOT_DONE_YET, "Step 1"));
  }

  @Test
  void enterGoesOnOnceTheStepIsDone() {
    walk.labReady().prepared(1).type("");
    assertThat(walk.session.step().number()).isEqualTo(1);
    walk.sees(2).type("");
    assertThat(walk.session.step().number()).isEqualTo(2);
    assertThat(walk.session.busy()).as("the second step is being prepared").isTrue();
  }

  @Test
  void aLessonEndsFinishedWhenEveryStepWasDone() {
    walk.labReady().prepared(1).sees(2).type("next").prepared(2).sees(3).type("next");
    assertThat(walk.effects(Effect.Leave.class))
        .containsExactly(new Effect.Leave(Effect.Farewell.FINISHED));
  }

  @Test
  void aSkippedStepDoesNotCountAsDone() {
    walk.labReady().prepared(1).type("skip");
    walk.tell(new Message.Skipped(1, Instant.EPOCH)).type("next");
    walk.prepared(2).sees(3).type("quit");
    assertThat(walk.effects(Effect.Leave.class))
        .containsExactly(new Effect.Leave(Effect.Farewell.PASSED_OVER));
  }

  @Test
  void resetPreparesTheStepFromTheLabsOwnBeginning() {
    walk.labReady().prepared(1).sees(2).type("next").prepared(2).effects();
    walk.type("reset");
    assertThat(walk.effects(Effect.Prepare.class))
        .singleElement()
        .satisfies(order -> {
          assertThat(order.clear()).isTrue();
          assertThat(order.earlier()).extracting(step -> step.number()).containsExactly(1);
        });
    assertThat(walk.session.busy()).isTrue();
  }

  @Test
  void aLostLabCostsNothingAndResetStartsANewOne() {
    walk.labReady().prepared(1).sees(2).type("next").prepared(2).effects();
    walk.tell(new Message.LabGone("The cluster is gone.", "Type reset.", Instant.EPOCH));
    assertThat(walk.session.outcomes()).containsEntry(1, StepOutcome.DONE);
    walk.type("kubectl get pods");
    assertThat(walk.effects(Effect.Run.class)).isEmpty();
    walk.type("reset");
    assertThat(walk.effects(Effect.StartLab.class)).hasSize(1);
    walk.labReady();
    assertThat(walk.effects(Effect.Prepare.class))
        .singleElement()
        .satisfies(order -> assertThat(order.earlier()).hasSize(1));
  }

  @Test
  void withoutALabALessonCanBeReadToItsEnd() {
    walk.tell(new Message.LabGone("No engine.", "Install one.", Instant.EPOCH));
    walk.type("next").type("next");
    assertThat(walk.effects(Effect.Leave.class))
        .containsExactly(new Effect.Leave(Effect.Farewell.PASSED_OVER));
    assertThat(walk.session.outcomes())
        .containsExactlyInAnyOrderEntriesOf(Map.of(1, StepOutcome.READ, 2, StepOutcome.READ));
  }

  @Test
  void aLabThatLacksWhatTheLessonNeedsSaysSoAndOffersTheReading() {
    var lesson = lesson(step(1, List.of(wants("1.1", 2)), List.of()));
    var needs =
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(Ability.INGRESS), "default");
    var lacking =
        new Walk(
            new Lesson(
                lesson.id(),
                lesson.title(),
                needs,
                List.of(),
                0,
                "",
                List.of(),
                lesson.steps(),
                "test.adoc"));
    lacking.effects();
    lacking.tell(new Message.LabReady(Set.of(Ability.DNS), Instant.EPOCH));
    assertThat(lacking.scenes())
        .singleElement()
        .satisfies(scene -> assertThat(((Scene.LabTrouble) scene).why()).contains("ingress"));
    lacking.type("next");
    assertThat(lacking.session.outcomes()).containsEntry(1, StepOutcome.READ);
  }

  @Test
  void aCheckThatMustHoldIsDoneOnlyAfterThatTime() {
    var holding =
        new Walk(
            lesson(
                step(
                    1,
                    List.of(wants("1.1", 2, Check.Role.GOAL, Duration.ofSeconds(5))),
                    List.of())));
    holding.labReady().prepared(1).sees(2);
    assertThat(holding.session.work().stage()).isEqualTo(StepWork.Stage.OPEN);
    holding.after(Duration.ofSeconds(4));
    assertThat(holding.session.work().stage()).isEqualTo(StepWork.Stage.OPEN);
    holding.after(Duration.ofSeconds(2));
    assertThat(holding.session.work().stage()).isEqualTo(StepWork.Stage.DONE);
    assertThat(holding.scenes()).hasAtLeastOneElementOfType(Scene.CheckHolds.class);
  }

  @Test
  void aBreakStartsTheTimeAnew() {
    var holding =
        new Walk(
            lesson(
                step(
                    1,
                    List.of(wants("1.1", 2, Check.Role.GOAL, Duration.ofSeconds(5))),
                    List.of())));
    holding.labReady().prepared(1).sees(2);
    holding.after(Duration.ofSeconds(4)).sees(1).sees(2).after(Duration.ofSeconds(4));
    assertThat(holding.session.work().stage()).isEqualTo(StepWork.Stage.OPEN);
  }

  @Test
  void aBrokenFatalInvariantWantsAReset() {
    var fatal =
        new Walk(
            lesson(
                step(
                    1,
                    List.of(wants("1.1", 1, Check.Role.FATAL, Duration.ZERO), wants("1.2", 2)),
                    List.of())));
    fatal.labReady().prepared(1).sees(7).effects();
    fatal.sees(1);
    assertThat(fatal.session.work().checks().getFirst().broken()).isTrue();
    fatal.type("reset").prepared(1);
    assertThat(fatal.session.work().checks().getFirst().broken()).isFalse();
  }

  @Test
  void aQuizNeedsItsRightChoice() {
    var asked = new Walk(lesson(Set.of(), step(1, List.of(), List.of(quiz()))));
    asked.prepared(1).type("choose 1");
    assertThat(asked.session.work().stage()).isEqualTo(StepWork.Stage.OPEN);
    asked.type("choose 9");
    assertThat(asked.scenes()).contains(new Scene.Remark(Scene.Saying.NO_SUCH_CHOICE, "2"));
    asked.type("choose 2");
    assertThat(asked.session.work().stage()).isEqualTo(StepWork.Stage.DONE);
  }

  @Test
  void aQuizCanBeTakenWhileTheLabStillStarts() {
    var asked =
        new Walk(
            lesson(
                step(1, List.of(), List.of(quiz())), step(2, List.of(wants("2.1", 3)), List.of())));
    asked.type("choose 2").type("next");
    assertThat(asked.session.step().number()).isEqualTo(2);
    asked.labReady();
    assertThat(asked.effects(Effect.Prepare.class))
        .singleElement()
        .satisfies(order -> assertThat(order.step().number()).isEqualTo(2));
  }

  @Test
  void hintsComeOneAtATime() {
    walk.labReady().prepared(1).effects();
    walk.type("hint").type("hint").type("hint");
    assertThat(walk.scenes())
        .hasExactlyElementsOfTypes(Scene.HintText.class, Scene.HintText.class, Scene.Remark.class);
  }

  @Test
  void wordsOfTheShellCountOnlyWhereTheyStandAlone() {
    assertThat(Lines.read("check")).isEqualTo(new Line.CheckNow());
    assertThat(Lines.read("check --all")).isEqualTo(new Line.Command("check --all"));
    assertThat(Lines.read("./check")).isEqualTo(new Line.Command("./check"));
    assertThat(Lines.read("answer 2: the second")).isEqualTo(new Line.Answer(2, "the second"));
    assertThat(Lines.read("answer 3")).isEqualTo(new Line.Answer(0, "3"));
    assertThat(Lines.read("choose 1, 3")).isEqualTo(new Line.Choose(0, Set.of(1, 3)));
    assertThat(Lines.read("choose")).isInstanceOf(Line.Misused.class);
    assertThat(Lines.read("   ")).isEqualTo(new Line.Blank());
  }

  @Test
  void afterTheEndNothingChanges() {
    walk.labReady().prepared(1).type("quit").effects();
    var before = walk.session;
    walk.sees(2).type("next");
    assertThat(walk.session).isEqualTo(before);
    assertThat(walk.effects()).isEmpty();
  }
}
