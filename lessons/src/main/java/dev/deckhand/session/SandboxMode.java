package dev.deckhand.session;

import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.journal.JournalEvent;
import java.util.List;
import java.util.Set;

/** Trying things that do not count, and the way back. */
final class SandboxMode {

  private SandboxMode() {}

  /** Lets the learner try things: the checks look away. */
  static void begin(Transition transition) {
    Session session = transition.session();
    boolean ready =
        session.lab().usable() && session.progress().stage() != StepProgress.Stage.PREPARING;
    if (!ready) {
      transition.showNotice(NoticeKind.SANDBOX_NOT_READY, "");
      return;
    }
    transition.replaceSession(
        session
            .withMode(StepMode.SANDBOX)
            .withReportScope(Session.ReportScope.NONE)
            .withCommandLine(CommandLineState.EMPTY));
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    transition.addEffect(new Effect.StartSandbox(session.step()));
    transition.writeJournal(new JournalEvent.SandboxEntered(session.step().number()));
    transition.showNotice(NoticeKind.SANDBOX_ENTERED, "");
  }

  /** Brings back what a step began with, or, where the step is done, what it ended with. */
  static void leave(Transition transition) {
    Session session = transition.session();
    if (!session.isInSandbox()) {
      transition.showNotice(NoticeKind.NOT_IN_SANDBOX, "");
      return;
    }
    transition.showNotice(NoticeKind.LEAVING_SANDBOX, "");
    StepProgress work = session.progress();
    boolean done = work.stage() == StepProgress.Stage.DONE;
    transition.replaceSession(
        session
            .withMode(StepMode.LEAVING_SANDBOX)
            .withProgress(
                done ? work : StepProgress.initial(work.step()).withHintsGiven(work.hintsGiven()))
            .withLastShown(List.of()));
    transition.addEffect(new Effect.PrepareStep(work.step(), session.earlierSteps(), true));
  }

  /** The beginning of a step that is done is back: on to its end. */
  static void stepPrepared(Transition transition) {
    transition.addEffect(new Effect.RunSolution(transition.session().step()));
  }

  /** All is as it was. */
  static void finishLeaving(Transition transition) {
    transition.replaceSession(transition.session().withMode(StepMode.STEP));
    transition.showNotice(NoticeKind.SANDBOX_LEFT, "");
  }
}
