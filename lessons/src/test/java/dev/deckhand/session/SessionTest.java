package dev.deckhand.session;

import static dev.deckhand.session.SessionDriver.check;
import static dev.deckhand.session.SessionDriver.lesson;
import static dev.deckhand.session.SessionDriver.quiz;
import static dev.deckhand.session.SessionDriver.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Duration QUIET = Duration.ofSeconds(2);

  private final SessionDriver sessionDriver =
      new SessionDriver(
          lesson(
              step(1, List.of(check("1.1", 2)), List.of()),
              step(2, List.of(check("2.1", 3)), List.of())));

  @Test
  void theLabStartsWhileTheFirstStepIsRead() {
    assertThat(sessionDriver.effects())
        .hasExactlyElementsOfTypes(
            Effect.Show.class, Effect.WriteJournal.class, Effect.Show.class, Effect.StartLab.class);
  }

  @Test
  void aCommandTypedTooEarlyWaitsForTheLabAndThenRuns() {
    sessionDriver.type("kubectl get pods");
    assertThat(sessionDriver.session.phase().isBusy()).isTrue();
    sessionDriver.effects();
    sessionDriver.labReady().stepPrepared(1);
    assertThat(sessionDriver.effects(Effect.RunCommand.class))
        .containsExactly(new Effect.RunCommand(new SessionCommand.Shell("kubectl get pods")));
  }

  @Test
  void aWaitingCommandIsTakenBackByCtrlC() {
    sessionDriver.type("kubectl get pods");
    sessionDriver.send(new Message.Interrupted(Instant.EPOCH));
    sessionDriver.effects();
    sessionDriver.labReady().stepPrepared(1);
    assertThat(sessionDriver.effects(Effect.RunCommand.class)).isEmpty();
  }

  @Test
  void aStepIsDoneTheMomentItsStateIsRight() {
    sessionDriver.labReady().stepPrepared(1).effects();
    sessionDriver.observe(2);
    assertThat(sessionDriver.session.phase()).isInstanceOf(Phase.Done.class);
    assertThat(sessionDriver.displays())
        .hasExactlyElementsOfTypes(Display.CheckPassed.class, Display.StepCompleted.class);
  }

  @Test
  void aStepThatHoldsAlreadyIsDoneAtOnceAndSaysSo() {
    sessionDriver.labReady().stepPrepared(2);
    assertThat(sessionDriver.displays())
        .filteredOn(Display.StepCompleted.class::isInstance)
        .singleElement()
        .satisfies(done -> assertThat(((Display.StepCompleted) done).alreadyDone()).isTrue());
  }

  @Test
  void unreachableClusterIsNotTheLearnersFault() {
    sessionDriver.labReady().stepPrepared(1);
    sessionDriver.send(
        new Message.SubjectObserved(
            SessionDriver.WEB,
            new Observation.Unreachable("The cluster does not answer.", "Wait."),
            Instant.EPOCH));
    assertThat(sessionDriver.session.progress().checks().getFirst().verdict())
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void whatIsSeenOfOneObjectLeavesTheVerdictsOfOthersAsTheyWere() {
    Check web = SessionDriver.check("1.1", 2);
    var api = new Subject.KubernetesObject("apps/v1", "Deployment", "api", null, Map.of());
    Check other = SessionDriver.checkOf(api, "1.2", 3);
    var both =
        new SessionDriver(
            SessionDriver.lesson(SessionDriver.step(1, List.of(web, other), List.of())));
    both.labReady().stepPrepared(1);

    both.send(new Message.SubjectObserved(api, SessionDriver.deployment(3), Instant.EPOCH));
    assertThat(both.session.progress().checks())
        .extracting(CheckState::verdict)
        .hasExactlyElementsOfTypes(Verdict.Failed.class, Verdict.Passed.class);
    both.observe(2);
    assertThat(both.session.phase()).isInstanceOf(Phase.Done.class);
  }

  @Test
  void whatIsStillOpenIsToldOnceNothingMoves() {
    sessionDriver.labReady().stepPrepared(1);
    sessionDriver
        .type("kubectl scale deployment web --replicas=5")
        .commandFinished("kubectl scale")
        .observe(5);
    sessionDriver.effects();
    sessionDriver.advanceTime(QUIET);
    assertThat(sessionDriver.effects(Effect.FindCauses.class)).hasSize(1);
    sessionDriver.send(new Message.CausesFound(Map.of(), Instant.EPOCH));
    assertThat(sessionDriver.displays())
        .satisfiesExactly(display ->
            assertThat(display)
                .isInstanceOfSatisfying(
                    Display.CheckReport.class,
                    checkReport -> assertThat(checkReport.includePassed()).isFalse()));
    sessionDriver.advanceTime(QUIET);
    assertThat(sessionDriver.effects(Effect.FindCauses.class))
        .as("the same news is not told twice")
        .isEmpty();
  }

  @Test
  void whatOnlyHasToLastIsNotToldBeforeItHolds() {
    var check = check("1.1", 2, Check.Role.GOAL, Duration.ofSeconds(5));
    var alone =
        new SessionDriver(SessionDriver.lesson(SessionDriver.step(1, List.of(check), List.of())));
    alone.labReady().stepPrepared(1).type("scale").commandFinished("scale").observe(2).effects();
    alone.advanceTime(QUIET);
    assertThat(alone.effects(Effect.FindCauses.class)).as("nothing is wrong").isEmpty();
    alone.advanceTime(Duration.ofSeconds(5)).holdElapsed();
    assertThat(alone.displays()).hasAtLeastOneElementOfType(Display.StepCompleted.class);
  }

  @Test
  void whoAsksIsToldOfAllChecks() {
    sessionDriver.labReady().stepPrepared(1).effects();
    sessionDriver.type("check");
    sessionDriver.send(new Message.CausesFound(Map.of(), Instant.EPOCH));
    assertThat(sessionDriver.displays())
        .last()
        .isInstanceOfSatisfying(
            Display.CheckReport.class,
            checkReport -> assertThat(checkReport.includePassed()).isTrue());
  }

  @Test
  void aCommandThatChangesNothingIsNotScolded() {
    sessionDriver.labReady().stepPrepared(1);
    sessionDriver.type("kubectl get pods").commandFinished("kubectl get pods").effects();
    sessionDriver.advanceTime(QUIET);
    assertThat(sessionDriver.effects(Effect.FindCauses.class)).isEmpty();
  }

  @Test
  void nextIsRefusedWhileTheStepIsOpen() {
    sessionDriver.labReady().stepPrepared(1).effects();
    sessionDriver.type("next");
    assertThat(sessionDriver.session.step().number()).isEqualTo(1);
    assertThat(sessionDriver.displays())
        .contains(new Display.Notice(Display.NoticeKind.NOT_DONE_YET, "Step 1"));
  }

  @Test
  void enterGoesOnOnceTheStepIsDone() {
    sessionDriver.labReady().stepPrepared(1).type("");
    assertThat(sessionDriver.session.step().number()).isEqualTo(1);
    sessionDriver.observe(2).type("");
    assertThat(sessionDriver.session.step().number()).isEqualTo(2);
    assertThat(sessionDriver.session.phase().isBusy())
        .as("the second step is being prepared")
        .isTrue();
  }

  @Test
  void aLessonEndsFinishedWhenEveryStepWasDone() {
    sessionDriver
        .labReady()
        .stepPrepared(1)
        .observe(2)
        .type("next")
        .stepPrepared(2)
        .observe(3)
        .type("next");
    assertThat(sessionDriver.effects(Effect.EndSession.class))
        .containsExactly(new Effect.EndSession(Effect.EndReason.FINISHED));
  }

  @Test
  void aSkippedStepDoesNotCountAsDone() {
    sessionDriver.labReady().stepPrepared(1).type("skip");
    sessionDriver.send(new Message.SolutionFinished(1, Instant.EPOCH)).type("next");
    sessionDriver.stepPrepared(2).observe(3).type("quit");
    assertThat(sessionDriver.effects(Effect.EndSession.class))
        .containsExactly(new Effect.EndSession(Effect.EndReason.FINISHED_WITH_SKIPS));
  }

  @Test
  void resetPreparesTheStepFromTheLabsOwnBeginning() {
    sessionDriver.labReady().stepPrepared(1).observe(2).type("next").stepPrepared(2).effects();
    sessionDriver.type("reset now");
    assertThat(sessionDriver.effects(Effect.PrepareStep.class))
        .singleElement()
        .satisfies(order -> {
          assertThat(order.resetLab()).isTrue();
          assertThat(order.earlier()).extracting(step -> step.number()).containsExactly(1);
        });
    assertThat(sessionDriver.session.phase().isBusy()).isTrue();
  }

  @Test
  void aLostLabCostsNothingAndResetStartsANewOne() {
    sessionDriver.labReady().stepPrepared(1).observe(2).type("next").stepPrepared(2).effects();
    sessionDriver.send(
        new Message.LabUnavailable("The cluster is gone.", "Type reset.", Instant.EPOCH));
    assertThat(sessionDriver.session.outcomes()).containsEntry(1, StepOutcome.DONE);
    sessionDriver.type("kubectl get pods");
    assertThat(sessionDriver.effects(Effect.RunCommand.class)).isEmpty();
    sessionDriver.type("reset now");
    assertThat(sessionDriver.effects(Effect.StartLab.class)).hasSize(1);
    sessionDriver.labReady();
    assertThat(sessionDriver.effects(Effect.PrepareStep.class))
        .singleElement()
        .satisfies(order -> assertThat(order.earlier()).hasSize(1));
  }

  @Test
  void aCheckThatMustHoldIsDoneOnlyAfterThatTime() {
    var holding =
        new SessionDriver(
            lesson(
                step(
                    1,
                    List.of(check("1.1", 2, Check.Role.GOAL, Duration.ofSeconds(5))),
                    List.of())));
    holding.labReady().stepPrepared(1).observe(2);
    Instant since = holding.session.lastChange();
    assertThat(holding.effects(Effect.StartHoldTimer.class))
        .containsExactly(new Effect.StartHoldTimer("1.1", since, Duration.ofSeconds(5)));
    holding.advanceTime(Duration.ofSeconds(4)).holdElapsed();
    assertThat(holding.session.phase()).isInstanceOf(Phase.Open.class);
    assertThat(holding.effects(Effect.StartHoldTimer.class))
        .as("a timer that was early starts again")
        .containsExactly(new Effect.StartHoldTimer("1.1", since, Duration.ofSeconds(1)));
    holding.advanceTime(Duration.ofSeconds(2)).type("check");
    assertThat(holding.session.phase())
        .as("time alone proves nothing")
        .isInstanceOf(Phase.Open.class);
    holding.holdElapsed();
    assertThat(holding.session.phase()).isInstanceOf(Phase.Done.class);
    assertThat(holding.displays()).hasAtLeastOneElementOfType(Display.CheckPassed.class);
  }

  @Test
  void aBreakStartsTheTimeAnew() {
    var holding =
        new SessionDriver(
            lesson(
                step(
                    1,
                    List.of(check("1.1", 2, Check.Role.GOAL, Duration.ofSeconds(5))),
                    List.of())));
    holding.labReady().stepPrepared(1).observe(2);
    holding
        .advanceTime(Duration.ofSeconds(4))
        .observe(1)
        .observe(2)
        .advanceTime(Duration.ofSeconds(4))
        .holdElapsed();
    assertThat(holding.session.phase()).isInstanceOf(Phase.Open.class);
  }

  @Test
  void aBrokenFatalInvariantWantsAReset() {
    var fatal =
        new SessionDriver(
            lesson(
                step(
                    1,
                    List.of(check("1.1", 1, Check.Role.FATAL, Duration.ZERO), check("1.2", 2)),
                    List.of())));
    fatal.labReady().stepPrepared(1).observe(7).effects();
    fatal.observe(1);
    assertThat(fatal.session.progress().checks().getFirst().broken()).isTrue();
    fatal.type("reset now").stepPrepared(1);
    assertThat(fatal.session.progress().checks().getFirst().broken()).isFalse();
  }

  @Test
  void aQuizNeedsItsRightChoice() {
    var asked = new SessionDriver(lesson(Set.of(), step(1, List.of(), List.of(quiz()))));
    asked.stepPrepared(1).type("choose 1");
    assertThat(asked.session.phase()).isInstanceOf(Phase.Open.class);
    asked.type("choose 9");
    assertThat(asked.displays())
        .contains(new Display.Notice(Display.NoticeKind.NO_SUCH_CHOICE, "2"));
    asked.type("choose 2");
    assertThat(asked.session.phase()).isInstanceOf(Phase.Done.class);
  }

  @Test
  void aQuizCanBeTakenWhileTheLabStillStarts() {
    var asked =
        new SessionDriver(
            lesson(
                step(1, List.of(), List.of(quiz())), step(2, List.of(check("2.1", 3)), List.of())));
    asked.type("choose 2").type("next");
    assertThat(asked.session.step().number()).isEqualTo(2);
    asked.labReady();
    assertThat(asked.effects(Effect.PrepareStep.class))
        .singleElement()
        .satisfies(order -> assertThat(order.step().number()).isEqualTo(2));
  }

  @Test
  void hintsComeOneAtATime() {
    sessionDriver.labReady().stepPrepared(1).effects();
    sessionDriver.type("hint").type("hint").type("hint");
    assertThat(sessionDriver.displays())
        .hasExactlyElementsOfTypes(
            Display.HintText.class, Display.HintText.class, Display.Notice.class);
  }

  @Test
  void wordsOfTheShellCountOnlyWhereTheyStandAlone() {
    assertThat(LearnerInputParser.parse("check")).isEqualTo(new LearnerInput.CheckNow());
    assertThat(LearnerInputParser.parse("check --all"))
        .isEqualTo(new LearnerInput.RunCommand(new SessionCommand.Shell("check --all")));
    assertThat(LearnerInputParser.parse("./check"))
        .isEqualTo(new LearnerInput.RunCommand(new SessionCommand.Shell("./check")));
    assertThat(LearnerInputParser.parse("answer 2: the second"))
        .isEqualTo(new LearnerInput.Answer(2, "the second"));
    assertThat(LearnerInputParser.parse("answer 3")).isEqualTo(new LearnerInput.Answer(0, "3"));
    assertThat(LearnerInputParser.parse("choose 1, 3"))
        .isEqualTo(new LearnerInput.Choose(0, Set.of(1, 3)));
    assertThat(LearnerInputParser.parse("choose")).isInstanceOf(LearnerInput.InvalidUsage.class);
    assertThat(LearnerInputParser.parse("   ")).isEqualTo(new LearnerInput.EmptyLine());
  }

  @Test
  void afterTheEndNothingChanges() {
    sessionDriver.labReady().stepPrepared(1).type("quit").effects();
    var before = sessionDriver.session;
    sessionDriver.observe(2).type("next");
    assertThat(sessionDriver.session).isEqualTo(before);
    assertThat(sessionDriver.effects()).isEmpty();
  }
}
