package dev.deckhand.session;

import static dev.deckhand.session.SessionDriver.check;
import static dev.deckhand.session.SessionDriver.lesson;
import static dev.deckhand.session.SessionDriver.quiz;
import static dev.deckhand.session.SessionDriver.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpHandlerTest {

  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String SOLUTION = "kubectl scale deployment web --replicas=1";

  private final SessionDriver sessionDriver =
      new SessionDriver(
          lesson(
              step(1, List.of(check("1.1", 2)), List.of()),
              step(2, List.of(check("2.1", 3)), List.of())));

  @Test
  void theThirdMissOfTheSameCheckOffersTheNextHint() {
    sessionDriver.labReady().stepPrepared(1).effects();
    assertThat(miss(5)).isEmpty();
    assertThat(miss(6)).isEmpty();
    assertThat(miss(7)).containsExactly(new Display.Notice(NoticeKind.HINT_OFFERED, "1"));
    assertThat(miss(8)).as("the count begins anew").isEmpty();
  }

  @Test
  void lookingTwiceAtTheSameFailureIsOneMiss() {
    sessionDriver.labReady().stepPrepared(1).effects();
    for (int i = 0; i < 5; i++) {
      sessionDriver.type("check").send(new Message.CausesFound(Map.of(), Instant.EPOCH));
    }
    assertThat(sessionDriver.displays()).noneMatch(Display.Notice.class::isInstance);
  }

  @Test
  void noHintIsOfferedWhereNoneIsLeft() {
    sessionDriver.labReady().stepPrepared(1).type("hint").type("hint").effects();
    miss(5);
    miss(6);
    assertThat(miss(7)).isEmpty();
  }

  @Test
  void theThirdWrongChoiceOffersAHintToo() {
    var quizzed = new SessionDriver(lesson(step(1, List.of(), List.of(quiz()))));
    quizzed.labReady().stepPrepared(1).effects();
    quizzed.type("choose 1").type("choose 1");
    assertThat(quizzed.displays()).noneMatch(Display.Notice.class::isInstance);
    quizzed.type("choose 1");
    assertThat(quizzed.displays()).contains(new Display.Notice(NoticeKind.HINT_OFFERED, "1"));
  }

  @Test
  void theSolutionIsShownOnlyAfterAYes() {
    sessionDriver.labReady().stepPrepared(1).effects();
    sessionDriver.type("solution");
    assertThat(sessionDriver.displays()).containsExactly(new Display.SolutionConfirmation(2));
    sessionDriver.type("");
    assertThat(sessionDriver.displays())
        .containsExactly(new Display.Notice(NoticeKind.SOLUTION_DECLINED, ""));
    sessionDriver.type("solution").type("Y");
    assertThat(sessionDriver.effects())
        .contains(new Effect.WriteJournal(new JournalEvent.SolutionShown(1)))
        .anyMatch(effect -> effect instanceof Effect.Show(Display.SolutionText _));
  }

  @Test
  void aCommandInsteadOfAnAnswerIsACommand() {
    sessionDriver.labReady().stepPrepared(1).type("solution").effects();
    sessionDriver.type("kubectl get pods");
    assertThat(sessionDriver.effects(Effect.RunCommand.class))
        .containsExactly(new Effect.RunCommand(new SessionCommand.Shell("kubectl get pods")));
    sessionDriver.commandFinished("kubectl get pods").effects();
    sessionDriver.type("y");
    assertThat(sessionDriver.effects(Effect.RunCommand.class))
        .as("nothing is asked any more")
        .hasSize(1);
  }

  @Test
  void theSolutionIsPutAtThePromptCommandByCommand() {
    sessionDriver.labReady().stepPrepared(1).type("solution type");
    assertThat(sessionDriver.session.commandLine().prefilled()).containsExactly(SOLUTION);
    sessionDriver.effects();
    sessionDriver.type(SOLUTION);
    assertThat(sessionDriver.effects(Effect.RunCommand.class))
        .containsExactly(new Effect.RunCommand(new SessionCommand.Shell(SOLUTION)));
    assertThat(sessionDriver.session.commandLine().prefilled()).isEmpty();
  }

  @Test
  void anEmptyLineEndsTheDictationAndNothingElse() {
    sessionDriver.labReady().stepPrepared(1).type("solution type").effects();
    sessionDriver.type("");
    assertThat(sessionDriver.session.commandLine().prefilled()).isEmpty();
    assertThat(sessionDriver.displays())
        .containsExactly(new Display.Notice(NoticeKind.PREFILL_ENDED, ""));
    sessionDriver.type("solution type").send(new Message.Interrupted(Instant.EPOCH));
    assertThat(sessionDriver.session.commandLine().prefilled()).isEmpty();
  }

  @Test
  void aStepThatIsDoneDictatesNoMore() {
    sessionDriver.labReady().stepPrepared(1).type("solution type").observe(2);
    assertThat(sessionDriver.session.phase()).isInstanceOf(Phase.Done.class);
    assertThat(sessionDriver.session.commandLine().prefilled()).isEmpty();
  }

  @Test
  void aResetProvesThatTheBeginningIsBack() {
    sessionDriver.labReady().stepPrepared(1).observe(5).type("reset now").effects();
    sessionDriver.stepPrepared(1);
    assertThat(sessionDriver.displays())
        .singleElement()
        .isInstanceOfSatisfying(
            Display.StepReset.class,
            back -> assertThat(back.progress().checks()).noneMatch(CheckState::heldLastTime));
  }

  @Test
  void anEarlierStepThatDidNotComeOutIsSaid() {
    sessionDriver.labReady().effects();
    var failed = new ReplayedStep(1, List.of("There are 2 replicas"));
    sessionDriver.send(new Message.StepPrepared(1, Map.of(), List.of(failed), Instant.EPOCH));
    assertThat(sessionDriver.displays()).contains(new Display.ReplayFailure(List.of(failed)));
  }

  @Test
  void whilePlayingNothingCounts() {
    sessionDriver.labReady().stepPrepared(1).type("play").observe(2);
    assertThat(sessionDriver.session.phase()).isEqualTo(new Phase.Sandbox(false, null));
    sessionDriver.effects();
    sessionDriver.type("next").type("check").type("skip").type("choose 1");
    assertThat(sessionDriver.effects())
        .containsOnly(new Effect.Show(new Display.Notice(NoticeKind.UNAVAILABLE_IN_SANDBOX, "")));
    sessionDriver.type("kubectl delete deployment web");
    assertThat(sessionDriver.effects(Effect.RunCommand.class)).hasSize(1);
  }

  @Test
  void backBringsAnOpenStepToItsBeginning() {
    sessionDriver.labReady().stepPrepared(1).type("play").effects();
    sessionDriver.type("back");
    assertThat(sessionDriver.session.phase().isBusy()).isTrue();
    assertThat(sessionDriver.effects(Effect.PrepareStep.class))
        .singleElement()
        .satisfies(order -> assertThat(order.resetLab()).isTrue());
    sessionDriver.stepPrepared(1);
    assertThat(sessionDriver.displays())
        .containsExactly(new Display.Notice(NoticeKind.SANDBOX_LEFT, ""));
    assertThat(sessionDriver.session.phase()).isInstanceOf(Phase.Open.class);
    sessionDriver.observe(2);
    assertThat(sessionDriver.session.phase()).as("it counts again").isInstanceOf(Phase.Done.class);
  }

  @Test
  void goingBackIsRecorded() {
    sessionDriver.labReady().stepPrepared(1).type("play").effects();
    sessionDriver.type("back");
    assertThat(sessionDriver.effects(Effect.WriteJournal.class))
        .containsExactly(new Effect.WriteJournal(new JournalEvent.SandboxLeft(1)));
  }

  @Test
  void backBringsADoneStepToItsEnd() {
    sessionDriver.labReady().stepPrepared(1).observe(2).type("play").type("back").effects();
    sessionDriver.stepPrepared(1);
    assertThat(sessionDriver.effects(Effect.RunSolution.class)).hasSize(1);
    assertThat(sessionDriver.session.phase().isBusy()).isTrue();
    sessionDriver.send(new Message.SolutionFinished(1, Instant.EPOCH));
    assertThat(sessionDriver.session.phase().isBusy()).isFalse();
    assertThat(sessionDriver.session.outcomes()).containsEntry(1, StepOutcome.DONE);
    sessionDriver.type("");
    assertThat(sessionDriver.session.step().number()).isEqualTo(2);
  }

  @Test
  void aLabThatGoesAwayEndsThePlaying() {
    sessionDriver.labReady().stepPrepared(1).type("play");
    sessionDriver
        .send(new Message.LabUnavailable("It is gone.", "Reset.", Instant.EPOCH))
        .effects();
    sessionDriver.type("reset now");
    assertThat(sessionDriver.effects(Effect.StartLab.class)).hasSize(1);
  }

  @Test
  void explainAsksTheClusterAndShowsWhatItSays() {
    sessionDriver.labReady().stepPrepared(1).effects();
    sessionDriver.type("explain deploy.spec");
    assertThat(sessionDriver.effects()).containsExactly(new Effect.LookUpManual("deploy.spec"));
    var unavailable = new ManualLookupResult.Unavailable("It does not answer.");
    sessionDriver.send(new Message.ManualEntryFound(unavailable, Instant.EPOCH));
    assertThat(sessionDriver.displays()).containsExactly(new Display.ManualEntry(unavailable));
    sessionDriver.type("explain $(reboot)");
    assertThat(sessionDriver.displays()).singleElement().isInstanceOf(Display.Notice.class);
  }

  /** A command that misses the check; returns what is said beside how the checks stand. */
  private List<Display> miss(int replicas) {
    sessionDriver.type("scale " + replicas).commandFinished("scale " + replicas).observe(replicas);
    sessionDriver.advanceTime(QUIET).send(new Message.CausesFound(Map.of(), Instant.EPOCH));
    return sessionDriver.displays().stream().filter(Display.Notice.class::isInstance).toList();
  }
}
