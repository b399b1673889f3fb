package dev.deckhand.session;

import dev.deckhand.lesson.Step;
import dev.deckhand.session.CommandLineState.Confirmation;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.util.List;
import java.util.Set;

/**
 * Handles requests to move: to the next step, back to the beginning, into and out of the sandbox,
 * and out of the lesson.
 */
final class StepNavigation {

  private StepNavigation() {}

  /** Goes to the next step; after the last one, ends the session. */
  static void nextStep(Transition transition) {
    if (transition.session().isHeld() && !transition.session().isLastStep()) {
      transition.showNotice(NoticeKind.CLASS_HELD, "");
      return;
    }
    if (!transition.phase().stepDone()) {
      // without a lab, the step was only read
      StepLifecycle.completeStep(transition, StepOutcome.READ, false);
    }
    Session session = transition.session();
    if (session.isLastStep()) {
      leave(transition);
      return;
    }
    Step next = session.lesson().steps().get(session.step().number());
    transition.progress(StepProgress.initial(next));
    transition.commandLine(CommandLineState.EMPTY);
    transition.writeJournal(new JournalEvent.StepBegan(next.number()));
    transition.show(new Display.StepText(session.lesson(), next));
    switch (session.phase()) {
      case Phase.Booting _ -> transition.phase(new Phase.Booting(false, false, null));
      case Phase.WithoutLab(var reason, var remedy, boolean _, var running) ->
          transition.phase(new Phase.WithoutLab(reason, remedy, false, running));
      case Phase.Waiting _, Phase.Ready _, Phase.Ended _ -> {
        transition.phase(new Phase.Preparing(false, null));
        transition.addEffect(new Effect.PrepareStep(next, List.of(), false));
      }
    }
  }

  /** Lets nobody go beyond a step; 0 lets all go. */
  static void holdClass(Transition transition, int step) {
    boolean before = transition.session().isHeld();
    transition.heldAt(step);
    boolean now = transition.session().isHeld();
    if (now && !before) {
      transition.showNotice(NoticeKind.CLASS_HELD, "");
    } else if (before && !now && transition.phase().stepDone()) {
      transition.showNotice(NoticeKind.CLASS_RELEASED, "");
    }
  }

  /**
   * Asks first, since the learner's work in the lab is lost; without a lab there's nothing to lose.
   */
  static void reset(Transition transition, boolean confirmed) {
    switch (transition.phase()) {
      case Phase.Waiting _ -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case Phase.WithoutLab _ -> {
        beginReset(transition);
        transition.phase(new Phase.Booting(true, false, null));
        transition.addEffect(new Effect.StartLab(transition.session().lesson().needs()));
      }
      case Phase.Ready _ when confirmed -> {
        beginReset(transition);
        transition.phase(new Phase.Resetting(false, null));
        transition.addEffect(
            new Effect.PrepareStep(transition.step(), transition.session().earlierSteps(), true));
      }
      case Phase.Ready _ -> {
        transition.commandLine(
            new CommandLineState(transition.commandLine().prefilled(), Confirmation.RESET_STEP));
        transition.show(new Display.ResetConfirmation(transition.step()));
      }
      case Phase.Ended _ -> {
        // there is nothing to reset
      }
    }
  }

  private static void beginReset(Transition transition) {
    Step step = transition.step();
    transition.writeJournal(new JournalEvent.StepReset(step.number()));
    transition.showNotice(NoticeKind.RESETTING, step.title());
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    transition.progress(transition.progress().restarted());
    transition.commandLine(CommandLineState.EMPTY);
  }

  /** Skips the step; if there's a lab, its solution is run. */
  static void skip(Transition transition) {
    Phase phase = transition.phase();
    if (phase.stepDone() || phase instanceof Phase.WithoutLab) {
      nextStep(transition);
    } else if (phase instanceof Phase.Ready) {
      transition.commandLine(CommandLineState.EMPTY);
      transition.addEffect(new Effect.WatchSubjects(Set.of()));
      transition.showNotice(NoticeKind.SKIPPING, transition.step().title());
      transition.phase(new Phase.Skipping(false, null));
      transition.addEffect(new Effect.RunSolution(transition.step()));
    } else {
      transition.showNotice(NoticeKind.LAB_PREPARING, "");
    }
  }

  /** Enters the sandbox, where checks are not judged. */
  static void enterSandbox(Transition transition) {
    if (!(transition.phase() instanceof Phase.Ready ready)) {
      transition.showNotice(NoticeKind.SANDBOX_NOT_READY, "");
      return;
    }
    transition.phase(new Phase.Sandbox(ready.stepDone(), ready.running()));
    transition.commandLine(CommandLineState.EMPTY);
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    transition.addEffect(new Effect.StartSandbox(transition.step()));
    transition.writeJournal(new JournalEvent.SandboxEntered(transition.step().number()));
    transition.showNotice(NoticeKind.SANDBOX_ENTERED, "");
  }

  /** Restores the step's beginning or, if the step is done, its end. */
  static void leaveSandbox(Transition transition) {
    if (!(transition.phase() instanceof Phase.Sandbox sandbox)) {
      transition.showNotice(NoticeKind.NOT_IN_SANDBOX, "");
      return;
    }
    transition.writeJournal(new JournalEvent.SandboxLeft(transition.step().number()));
    transition.showNotice(NoticeKind.LEAVING_SANDBOX, "");
    if (!sandbox.stepDone()) {
      transition.progress(transition.progress().restarted());
    }
    transition.phase(new Phase.LeavingSandbox(sandbox.stepDone(), null));
    transition.addEffect(
        new Effect.PrepareStep(transition.step(), transition.session().earlierSteps(), true));
  }

  /** Ends the session. */
  static void leave(Transition transition) {
    Session session = transition.session();
    boolean all = session.outcomes().size() == session.lesson().steps().size();
    boolean done =
        session.outcomes().values().stream().allMatch(outcome -> outcome == StepOutcome.DONE);
    Effect.EndReason endReason =
        !all
            ? Effect.EndReason.ABANDONED
            : done ? Effect.EndReason.FINISHED : Effect.EndReason.FINISHED_WITH_SKIPS;
    transition.writeJournal(new JournalEvent.SessionLeft(session.step().number()));
    if (!all) {
      transition.showNotice(NoticeKind.PROGRESS_SAVED, session.lesson().id().toString());
    }
    transition.phase(new Phase.Ended(session.phase() instanceof Phase.WithoutLab));
    transition.addEffect(new Effect.EndSession(endReason));
  }
}
