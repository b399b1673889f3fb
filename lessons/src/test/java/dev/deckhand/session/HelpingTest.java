package dev.deckhand.session;

import static dev.deckhand.session.Walk.lesson;
import static dev.deckhand.session.Walk.quiz;
import static dev.deckhand.session.Walk.step;
import static dev.deckhand.session.Walk.wants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.manual.Answer;
import dev.deckhand.session.Scene.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpingTest {

  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String SOLUTION = "kubectl scale deployment web --replicas=1";

  private final Walk walk =
      new Walk(
          lesson(
              step(1, List.of(wants("1.1", 2)), List.of()),
              step(2, List.of(wants("2.1", 3)), List.of())));

  @Test
  void theThirdMissOfTheSameCheckOffersTheNextHint() {
    walk.labReady().prepared(1).effects();
    assertThat(miss(5)).isEmpty();
    assertThat(miss(6)).isEmpty();
    assertThat(miss(7)).containsExactly(new Scene.Remark(Saying.HINT_OFFERED, "1"));
    assertThat(miss(8)).as("the count begins anew").isEmpty();
  }

  @Test
  void lookingTwiceAtTheSameFailureIsOneMiss() {
    walk.labReady().prepared(1).effects();
    for (int i = 0; i < 5; i++) {
      walk.type("check").tell(new Message.Explained(Map.of(), Instant.EPOCH));
    }
    assertThat(walk.scenes()).noneMatch(Scene.Remark.class::isInstance);
  }

  @Test
  void noHintIsOfferedWhereNoneIsLeft() {
    walk.labReady().prepared(1).type("hint").type("hint").effects();
    miss(5);
    miss(6);
    assertThat(miss(7)).isEmpty();
  }

  @Test
  void theThirdWrongChoiceOffersAHintToo() {
    var quizzed = new Walk(lesson(step(1, List.of(), List.of(quiz()))));
    quizzed.labReady().prepared(1).effects();
    quizzed.type("choose 1").type("choose 1");
    assertThat(quizzed.scenes()).noneMatch(Scene.Remark.class::isInstance);
    quizzed.type("choose 1");
    assertThat(quizzed.scenes()).contains(new Scene.Remark(Saying.HINT_OFFERED, "1"));
  }

  @Test
  void theSolutionIsShownOnlyAfterAYes() {
    walk.labReady().prepared(1).effects();
    walk.type("solution");
    assertThat(walk.scenes()).containsExactly(new Scene.AskSolution(2));
    walk.type("");
    assertThat(walk.scenes()).containsExactly(new Scene.Remark(Saying.SOLUTION_KEPT, ""));
    walk.type("solution").type("Y");
    assertThat(walk.effects())
        .contains(new Effect.WriteDown(new Deed.SawSolution(1)))
        .anyMatch(effect -> effect instanceof Effect.Show(Scene.SolutionText _));
  }

  @Test
  void aCommandInsteadOfAnAnswerIsACommand() {
    walk.labReady().prepared(1).type("solution").effects();
    walk.type("kubectl get pods");
    assertThat(walk.effects(Effect.Run.class)).containsExactly(new Effect.Run("kubectl get pods"));
    walk.ran("kubectl get pods").effects();
    walk.type("y");
    assertThat(walk.effects(Effect.Run.class)).as("nothing is asked any more").hasSize(1);
  }

  @Test
  void theSolutionIsPutAtThePromptCommandByCommand() {
    walk.labReady().prepared(1).type("solution type");
    assertThat(walk.session.desk().dictated()).containsExactly(SOLUTION);
    walk.effects();
    walk.type(SOLUTION);
    assertThat(walk.effects(Effect.Run.class)).containsExactly(new Effect.Run(SOLUTION));
    assertThat(walk.session.desk().dictated()).isEmpty();
  }

  @Test
  void anEmptyLineEndsTheDictationAndNothingElse() {
    walk.labReady().prepared(1).type("solution type").effects();
    walk.type("");
    assertThat(walk.session.desk().dictated()).isEmpty();
    assertThat(walk.scenes()).containsExactly(new Scene.Remark(Saying.DICTATION_OVER, ""));
    walk.type("solution type").tell(new Message.Interrupted(Instant.EPOCH));
    assertThat(walk.session.desk().dictated()).isEmpty();
  }

  @Test
  void aStepThatIsDoneDictatesNoMore() {
    walk.labReady().prepared(1).type("solution type").sees(2);
    assertThat(walk.session.work().stage()).isEqualTo(StepWork.Stage.DONE);
    assertThat(walk.session.desk().dictated()).isEmpty();
  }

  @Test
  void aResetProvesThatTheBeginningIsBack() {
    walk.labReady().prepared(1).sees(5).type("reset").effects();
    walk.prepared(1);
    assertThat(walk.scenes())
        .singleElement()
        .isInstanceOfSatisfying(
            Scene.BackAtBeginning.class,
            back -> assertThat(back.work().checks()).noneMatch(CheckState::held));
  }

  @Test
  void anEarlierStepThatDidNotComeOutIsSaid() {
    walk.labReady().effects();
    var failed = new Replayed(1, List.of("There are 2 replicas"));
    walk.tell(new Message.Prepared(1, Map.of(), List.of(failed), Instant.EPOCH));
    assertThat(walk.scenes()).contains(new Scene.ReplayTrouble(List.of(failed)));
  }

  @Test
  void whilePlayingNothingCounts() {
    walk.labReady().prepared(1).type("play").sees(2);
    assertThat(walk.session.work().stage()).isEqualTo(StepWork.Stage.OPEN);
    walk.effects();
    walk.type("next").type("check").type("skip").type("choose 1");
    assertThat(walk.effects())
        .containsOnly(new Effect.Show(new Scene.Remark(Saying.PLAYING_NOW, "")));
    walk.type("kubectl delete deployment web");
    assertThat(walk.effects(Effect.Run.class)).hasSize(1);
  }

  @Test
  void backBringsAnOpenStepToItsBeginning() {
    walk.labReady().prepared(1).type("play").effects();
    walk.type("back");
    assertThat(walk.session.busy()).isTrue();
    assertThat(walk.effects(Effect.Prepare.class))
        .singleElement()
        .satisfies(order -> assertThat(order.clear()).isTrue());
    walk.prepared(1);
    assertThat(walk.scenes()).containsExactly(new Scene.Remark(Saying.BACK_DONE, ""));
    assertThat(walk.session.course()).isEqualTo(Course.STEP);
    walk.sees(2);
    assertThat(walk.session.work().stage()).as("it counts again").isEqualTo(StepWork.Stage.DONE);
  }

  @Test
  void backBringsADoneStepToItsEnd() {
    walk.labReady().prepared(1).sees(2).type("play").type("back").effects();
    walk.prepared(1);
    assertThat(walk.effects(Effect.RunSolution.class)).hasSize(1);
    assertThat(walk.session.busy()).isTrue();
    walk.tell(new Message.Skipped(1, Instant.EPOCH));
    assertThat(walk.session.busy()).isFalse();
    assertThat(walk.session.outcomes()).containsEntry(1, StepOutcome.DONE);
    walk.type("");
    assertThat(walk.session.step().number()).isEqualTo(2);
  }

  @Test
  void aLabThatGoesAwayEndsThePlaying() {
    walk.labReady().prepared(1).type("play");
    walk.tell(new Message.LabGone("It is gone.", "Reset.", Instant.EPOCH)).effects();
    walk.type("reset");
    assertThat(walk.effects(Effect.StartLab.class)).hasSize(1);
  }

  @Test
  void explainAsksTheClusterAndShowsWhatItSays() {
    walk.labReady().prepared(1).effects();
    walk.type("explain deploy.spec");
    assertThat(walk.effects()).containsExactly(new Effect.LookUp("deploy.spec"));
    var silent = new Answer.Silent("It does not answer.");
    walk.tell(new Message.LookedUp(silent, Instant.EPOCH));
    assertThat(walk.scenes()).containsExactly(new Scene.ManualEntry(silent));
    walk.type("explain $(reboot)");
    assertThat(walk.scenes()).singleElement().isInstanceOf(Scene.Remark.class);
  }

  /** A command that misses the check; returns what is said beside how the checks stand. */
  private List<Scene> miss(int replicas) {
    walk.type("scale " + replicas).ran("scale " + replicas).sees(replicas);
    walk.after(QUIET).tell(new Message.Explained(Map.of(), Instant.EPOCH));
    return walk.scenes().stream().filter(Scene.Remark.class::isInstance).toList();
  }
}
