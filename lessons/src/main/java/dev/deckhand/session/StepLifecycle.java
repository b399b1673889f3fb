package dev.deckhand.session;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts, prepares and completes steps, and reacts to labs that start or are lost. */
final class StepLifecycle {

  private final StepEvaluator evaluator;

  StepLifecycle(StepEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  static void lessonOpened(Transition transition) {
    Session session = transition.session();
    transition.show(new Display.LessonIntroduction(session.lesson(), session.step().number() > 1));
    transition.writeJournal(new JournalEvent.StepBegan(session.step().number()));
    transition.show(new Display.StepText(session.lesson(), session.step()));
    transition.addEffect(
        session.phase() instanceof Phase.Booting
            ? new Effect.StartLab(session.lesson().needs())
            : new Effect.PrepareStep(session.step(), List.of(), false));
  }

  static void labReady(
      Transition transition, boolean resetting, boolean stepDone, Message.LabReady ready) {
    Session session = transition.session();
    String lacking =
        session.lesson().needs().abilities().stream()
            .filter(ability -> !ready.abilities().contains(ability))
            .map(Ability::keyword)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      labUnavailable(
          transition,
          "This lab cannot do what the lesson needs: " + lacking + ".",
          "\"deckhand doctor\" says what labs have on this machine.");
      return;
    }
    transition.phase(
        resetting ? new Phase.Resetting(stepDone, null) : new Phase.Preparing(stepDone, null));
    // a step that a quiz has completed already is prepared as well, since later steps build on it
    transition.addEffect(new Effect.PrepareStep(session.step(), session.earlierSteps(), false));
  }

  /** The process had died; what is known of the step is only valid in the same lab. */
  static void labRecovered(Transition transition, Message.LabRecovered recovered) {
    transition.writeJournal(
        new JournalEvent.SessionResumed(transition.step().number(), recovered.sameLab()));
    if (!recovered.sameLab()) {
      transition.progress(transition.progress().restarted());
      transition.showNotice(NoticeKind.LAB_REPLACED, "");
      return;
    }
    transition.showNotice(NoticeKind.LAB_RECOVERED, "");
    if (!recovered.interruptedCommand().isEmpty()) {
      transition.showNotice(NoticeKind.COMMAND_CUT_OFF, recovered.interruptedCommand());
    }
  }

  static void labUnavailable(Transition transition, String reason, String remedy) {
    XrayHandler.labLost(transition);
    transition.phase(
        new Phase.WithoutLab(
            reason, remedy, transition.phase().stepDone(), transition.phase().running()));
    transition.health(null);
    transition.commandLine(CommandLineState.EMPTY);
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    transition.show(new Display.LabUnavailable(reason, remedy));
    transition.showNotice(NoticeKind.WITHOUT_LAB, "");
  }

  /** The lab is at the beginning of the step: its checks start, unless it is done. */
  void stepPrepared(Transition transition, Phase.Waiting waiting, Message.StepPrepared prepared) {
    showReplayFailures(transition, prepared.replayed());
    if (waiting.stepDone()) {
      transition.phase(new Phase.Done(null));
    } else {
      evaluator.openStep(transition, prepared.before(), prepared.at());
    }
  }

  /**
   * Reports earlier steps that failed when they were done again, which isn't the learner's fault.
   */
  static void showReplayFailures(Transition transition, List<ReplayedStep> replayed) {
    List<ReplayedStep> failed = replayed.stream().filter(step -> !step.allPassed()).toList();
    if (!failed.isEmpty()) {
      transition.show(new Display.ReplayFailure(failed));
    }
  }

  /** Ends the step with an outcome. */
  static void completeStep(Transition transition, StepOutcome outcome, boolean alreadySo) {
    Step step = transition.step();
    transition.outcome(outcome);
    transition.commandLine(CommandLineState.EMPTY);
    transition.phase(transition.phase().withStepDone());
    transition.addEffect(new Effect.WatchSubjects(Set.of()));
    transition.writeJournal(new JournalEvent.StepPassed(step.number(), outcome));
    Session session = transition.session();
    transition.show(new Display.StepCompleted(session.lesson(), step, outcome, alreadySo));
    if (session.isLastStep()) {
      transition.writeJournal(new JournalEvent.LessonFinished());
      transition.show(new Display.LessonSummary(session.lesson(), session.outcomes()));
    }
  }
}
