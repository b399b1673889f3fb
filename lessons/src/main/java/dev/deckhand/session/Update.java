package dev.deckhand.session;

import dev.deckhand.check.Judge;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.util.List;

/**
 * The only way to change a session: it takes a message, and returns the next session and its
 * effects. Pure: the same messages always give the same session.
 */
public final class Update {

  private final StepEvaluator evaluator;
  private final StepLifecycle lifecycle;
  private final InputHandler inputs;

  public Update(Judge judge) {
    this.evaluator = new StepEvaluator(judge);
    this.lifecycle = new StepLifecycle(evaluator);
    this.inputs = new InputHandler(judge, evaluator);
  }

  /** The result of an update. */
  public record Result(Session session, List<Effect> effects) {}

  private record Event(Phase phase, Message message) {}

  /** Handles a message. After the end of a session, messages change nothing. */
  public Result update(Session session, Message message) {
    var t = new Transition(session);
    switch (new Event(session.phase(), message)) {
      case Event(Phase.Ended _, Message _) -> {}

      case Event(Phase _, Message.LessonOpened _) -> StepLifecycle.lessonOpened(t);
      case Event(Phase _, Message.LineTyped(var input, var at)) -> inputs.handleLine(t, input, at);
      case Event(Phase _, Message.InputEnded _) -> StepNavigation.leave(t);
      case Event(Phase _, Message.Interrupted _) -> interrupted(t);

      case Event(Phase.Booting(boolean resetting, boolean done, var _), Message.LabReady ready) ->
          StepLifecycle.labReady(t, resetting, done, ready);
      case Event(Phase.WithoutLab lost, Message.LabReady ready) ->
          StepLifecycle.labReady(t, false, lost.stepDone(), ready);
      case Event(Phase _, Message.LabRecovered it) -> StepLifecycle.labRecovered(t, it);
      case Event(Phase _, Message.LabUnavailable(var reason, var remedy, var _)) ->
          StepLifecycle.labUnavailable(t, reason, remedy);
      case Event(Phase _, Message.ClusterHealthChanged(var health, var _)) -> t.health(health);
      case Event(Phase _, Message.BackgroundBuildChanged(var step, var _)) ->
          t.backgroundBuild(step);
      case Event(Phase _, Message.BackgroundBuildFinished _) -> {
        t.backgroundBuild("");
        t.showNotice(NoticeKind.IMAGES_BUILT, "");
      }
      case Event(Phase _, Message.BackgroundBuildFailed(var problem, var remedy, var _)) -> {
        t.backgroundBuild("");
        t.showNotice(NoticeKind.IMAGES_NOT_BUILT, problem + " " + remedy);
      }

      case Event(Phase _, Message.ClassHeld(int step, var _)) -> StepNavigation.holdClass(t, step);
      case Event(Phase _, Message.Announced(var text, boolean hint, var _)) ->
          t.showNotice(hint ? NoticeKind.INSTRUCTOR_HINT : NoticeKind.ANNOUNCED, text);

      case Event(Phase.Waiting _, Message.StepPrepared it) when it.step() != step(session) -> {}
      case Event(Phase.Preparing waiting, Message.StepPrepared it) ->
          lifecycle.stepPrepared(t, waiting, it);
      case Event(Phase.Resetting waiting, Message.StepPrepared it) -> {
        lifecycle.stepPrepared(t, waiting, it);
        t.show(new Display.StepReset(t.progress(), it.replayed()));
      }
      case Event(Phase.LeavingSandbox(boolean done, var _), Message.StepPrepared it) when done -> {
        StepLifecycle.showReplayFailures(t, it.replayed());
        t.addEffect(new Effect.RunSolution(t.step()));
      }
      case Event(Phase.LeavingSandbox waiting, Message.StepPrepared it) -> {
        lifecycle.stepPrepared(t, waiting, it);
        t.showNotice(NoticeKind.SANDBOX_LEFT, "");
      }

      case Event(Phase.LeavingSandbox _, Message.SolutionFinished _) -> {
        t.phase(new Phase.Done(null));
        t.showNotice(NoticeKind.SANDBOX_LEFT, "");
      }
      case Event(Phase.Skipping(boolean done, var _), Message.SolutionFinished it)
          when it.step() == step(session) -> {
        t.phase(new Phase.Done(null));
        if (!done) {
          StepLifecycle.completeStep(t, StepOutcome.SKIPPED, false);
        }
      }

      case Event(Phase.Open _, Message.SubjectObserved it) -> evaluator.subjectObserved(t, it);
      case Event(Phase.Open open, Message.TimerElapsed(var at)) ->
          evaluator.timerElapsed(t, open, at);
      case Event(Phase.Open open, Message.HoldElapsed it) -> evaluator.holdElapsed(t, open, it);
      case Event(Phase.Open open, Message.CausesFound it) -> evaluator.causesFound(t, open, it);

      case Event(Phase _, Message.CommandFinished it) -> commandFinished(t, it);
      case Event(Phase.Active active, Message.XrayCaptured it) ->
          XrayHandler.xrayCaptured(t, active, it);
      case Event(Phase _, Message.ManualEntryFound(var entry, var _)) ->
          t.show(new Display.ManualEntry(entry));

      // too late, for a phase that has passed
      case Event(Phase _, Message.LabReady _) -> {}
      case Event(Phase _, Message.StepPrepared _) -> {}
      case Event(Phase _, Message.SolutionFinished _) -> {}
      case Event(Phase _, Message.SubjectObserved _) -> {}
      case Event(Phase _, Message.TimerElapsed _) -> {}
      case Event(Phase _, Message.HoldElapsed _) -> {}
      case Event(Phase _, Message.CausesFound _) -> {}
      case Event(Phase _, Message.XrayCaptured _) -> {}
    }
    return t.result();
  }

  private static int step(Session session) {
    return session.step().number();
  }

  private static void interrupted(Transition transition) {
    if (!transition.commandLine().prefilled().isEmpty()) {
      HelpHandler.endPrefill(transition);
    }
    XrayHandler.stop(transition);
    if (transition.phase() instanceof Phase.Waiting waiting && waiting.command() != null) {
      transition.waiting(waiting, null);
      transition.showNotice(NoticeKind.COMMAND_NOT_RUN, CommandFormat.describe(waiting.command()));
    }
  }

  private static void commandFinished(Transition transition, Message.CommandFinished finished) {
    if (transition.phase() instanceof Phase.Active active) {
      transition.running(active, null);
    }
    transition.changedAt(finished.at());
    transition.writeJournal(
        new JournalEvent.CommandFinished(
            transition.step().number(),
            CommandFormat.write(finished.command()),
            finished.exitCode(),
            finished.output()));
    if (finished.shellEnded()) {
      transition.showNotice(NoticeKind.SHELL_ENDED, Integer.toString(finished.exitCode()));
    }
    StepProgress progress = transition.progress();
    transition.progress(
        progress.withHelp(progress.hintsGiven(), progress.failedAttempts().withAttempt()));
    if (transition.phase() instanceof Phase.Open) {
      transition.addEffect(new Effect.StartTimer(StepEvaluator.QUIET_PERIOD));
    }
  }
}
