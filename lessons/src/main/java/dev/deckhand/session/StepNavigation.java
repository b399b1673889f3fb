package dev.deckhand.session;

import dev.deckhand.lesson.Step;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.util.List;
import java.util.Set;

/** Steps onward, back to a step's beginning, past it, and out. */
final class StepNavigation {

  private StepNavigation() {}

  /** Goes to the next step, or out of the lesson after the last one. */
  static void nextStep(Transition transition) {
    Session session = transition.session();
    if (session.progress().stage() != StepProgress.Stage.DONE) {
      // there is no lab to do the step in: it was read
      StepEvaluator.completeStep(transition, StepOutcome.READ, false);
      session = transition.session();
    }
    if (session.isLastStep()) {
      leave(transition);
      return;
    }
    Step next = session.lesson().steps().get(session.step().number());
    transition.replaceSession(
        session
            .withProgress(StepProgress.initial(next))
            .withCommandLine(CommandLineState.EMPTY)
            .withReportScope(Session.ReportScope.NONE)
            .withLastShown(List.of()));
    transition.writeJournal(new JournalEvent.StepBegan(next.number()));
    transition.show(new Display.StepText(session.lesson(), next));
    if (session.lab().usable()) {
      transition.addEffect(new Effect.PrepareStep(next, List.of(), false));
    }
  }

  /** Brings back the beginning of the step, with a new lab where the old one is gone. */
  static void reset(Transition transition) {
    Session session = transition.session();
    Step step = session.step();
    if (session.lab() instanceof LabState.Booting) {
      transition.showNotice(NoticeKind.LAB_PREPARING, "");
      return;
    }
    transition.writeJournal(new JournalEvent.StepReset(step.number()));
    transition.showNotice(NoticeKind.RESETTING, step.title());
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    StepProgress fresh = StepProgress.initial(step).withHintsGiven(session.progress().hintsGiven());
    transition.replaceSession(
        session
            .withProgress(fresh)
            .withMode(StepMode.RESETTING)
            .withCommandLine(CommandLineState.EMPTY)
            .withReportScope(Session.ReportScope.NONE));
    if (session.lab() instanceof LabState.Unavailable) {
      transition.replaceSession(transition.session().withLab(new LabState.Booting()));
      transition.addEffect(new Effect.StartLab(session.lesson().needs()));
    } else {
      transition.addEffect(new Effect.PrepareStep(step, session.earlierSteps(), true));
    }
  }

  /** Passes the step over, by its solution where there is a lab to run it in. */
  static void skip(Transition transition) {
    Session session = transition.session();
    switch (session.lab()) {
      case LabState.Unavailable _ -> nextStep(transition);
      case LabState.Booting _ -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case LabState.Ready _, LabState.NotNeeded _ -> {
        if (session.progress().stage() == StepProgress.Stage.DONE) {
          nextStep(transition);
        } else {
          transition.replaceCommandLine(CommandLineState.EMPTY);
          transition.addEffect(new Effect.WatchSubjects(Set.of()));
          transition.showNotice(NoticeKind.SKIPPING, session.step().title());
          transition.progress(transition.progress().withStage(StepProgress.Stage.PREPARING));
          transition.addEffect(new Effect.RunSolution(session.step()));
        }
      }
    }
  }

  /** Ends the session. */
  static void leave(Transition transition) {
    Session session = transition.session();
    int passed = session.outcomes().size();
    boolean all = passed == session.lesson().steps().size();
    boolean done =
        session.outcomes().values().stream().allMatch(outcome -> outcome == StepOutcome.DONE);
    Effect.EndReason endReason =
        !all
            ? Effect.EndReason.ABANDONED
            : done ? Effect.EndReason.FINISHED : Effect.EndReason.FINISHED_WITH_SKIPS;
    transition.replaceSession(session.end());
    transition.writeJournal(new JournalEvent.SessionLeft(session.step().number()));
    transition.addEffect(new Effect.EndSession(endReason));
  }
}
