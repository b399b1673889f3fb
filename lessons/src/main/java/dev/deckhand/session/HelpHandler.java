package dev.deckhand.session;

import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Help, in the measure in which it is asked for. */
final class HelpHandler {

  private static final Set<String> YES = Set.of("y", "yes", "show");
  private static final Set<String> TYPE = Set.of("t", "type");
  private static final Set<String> NO = Set.of("", "n", "no");

  private HelpHandler() {}

  /** Gives the next hint. */
  static void hint(Transition transition) {
    Step step = transition.session().step();
    int given = transition.progress().hintsGiven();
    int all = step.hints().size();
    if (given >= all) {
      transition.showNotice(
          all == 0 ? NoticeKind.NO_HINTS : NoticeKind.NO_MORE_HINTS, step.title());
      return;
    }
    transition.progress(
        transition
            .progress()
            .withHintsGiven(given + 1)
            .withFailedAttempts(transition.progress().failedAttempts().withCountsReset()));
    transition.writeJournal(new JournalEvent.HintGiven(step.number(), given + 1));
    transition.show(new Display.HintText(step.hints().get(given), given + 1, all));
  }

  /** Asks first, shows the solution, or begins to put it at the prompt. */
  static void solution(
      Transition transition, LearnerInput.RequestSolution.SolutionMode solutionMode) {
    Step step = transition.session().step();
    Script solution = step.solution();
    if (solution == null) {
      transition.showNotice(NoticeKind.NO_SOLUTION, step.title());
      return;
    }
    switch (solutionMode) {
      case CONFIRM -> {
        transition.replaceCommandLine(
            transition.session().commandLine().withConfirmingSolution(true));
        transition.show(
            new Display.SolutionConfirmation(
                step.hints().size() - transition.progress().hintsGiven()));
      }
      case SHOW -> {
        transition.writeJournal(new JournalEvent.SolutionShown(step.number()));
        transition.show(new Display.SolutionText(solution));
      }
      case PREFILL -> {
        transition.writeJournal(new JournalEvent.SolutionShown(step.number()));
        transition.replaceCommandLine(
            transition.session().commandLine().withPrefilled(solution.entries()));
        transition.showNotice(
            NoticeKind.PREFILL_STARTED, Integer.toString(solution.entries().size()));
      }
    }
  }

  /**
   * Takes the answer to the question whether the solution is to be shown; false for a line that is
   * none, and means what it says.
   */
  static boolean answerConfirmation(Transition transition, LearnerInput input) {
    CommandLineState commandLineState = transition.session().commandLine();
    if (!commandLineState.confirmingSolution()) {
      return false;
    }
    transition.replaceCommandLine(commandLineState.withConfirmingSolution(false));
    String said;
    if (input instanceof LearnerInput.EmptyLine) {
      said = "";
    } else if (input instanceof LearnerInput.RunCommand(SessionCommand.Shell(String text))) {
      said = text.strip().toLowerCase(Locale.ROOT);
    } else {
      return false;
    }
    if (YES.contains(said)) {
      solution(transition, LearnerInput.RequestSolution.SolutionMode.SHOW);
    } else if (TYPE.contains(said)) {
      solution(transition, LearnerInput.RequestSolution.SolutionMode.PREFILL);
    } else if (NO.contains(said)) {
      transition.showNotice(NoticeKind.SOLUTION_DECLINED, "");
    } else {
      return false;
    }
    return true;
  }

  /**
   * Goes on to the next dictated command, since one was sent; an empty line ends the dictation and
   * means nothing else: returns true for it.
   */
  static boolean takePrefilled(Transition transition, LearnerInput input) {
    CommandLineState commandLineState = transition.session().commandLine();
    List<String> left = commandLineState.prefilled();
    if (left.isEmpty()) {
      return false;
    }
    if (input instanceof LearnerInput.EmptyLine) {
      endPrefill(transition);
      return true;
    }
    transition.replaceCommandLine(commandLineState.withPrefilled(left.subList(1, left.size())));
    return false;
  }

  /** Puts no more commands at the prompt. */
  static void endPrefill(Transition transition) {
    transition.replaceCommandLine(transition.session().commandLine().withPrefilled(List.of()));
    transition.showNotice(NoticeKind.PREFILL_ENDED, "");
  }

  static void lookUp(Transition transition, String path) {
    switch (transition.session().lab()) {
      case LabState.Unavailable(var why, var next) ->
          transition.show(new Display.LabUnavailable(why, next));
      case LabState.Booting _ -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case LabState.Ready _, LabState.NotNeeded _ ->
          transition.addEffect(new Effect.LookUpManual(path));
    }
  }

  /** A question or a quiz was missed: each wrong answer is a try of its own. */
  static void countFailure(Transition transition, String id) {
    countFailure(transition, transition.progress().failedAttempts().withAttempt(), Set.of(id));
  }

  /** These checks were missed by the last command. */
  static void countFailure(Transition transition, Set<String> ids) {
    countFailure(transition, transition.progress().failedAttempts(), ids);
  }

  private static void countFailure(Transition transition, FailedAttempts known, Set<String> ids) {
    FailedAttempts failedAttempts = known.withFailed(ids);
    boolean more = transition.progress().hintsGiven() < transition.session().step().hints().size();
    if (failedAttempts.isHintDue()) {
      failedAttempts = failedAttempts.withCountsReset();
      if (more) {
        transition.progress(transition.progress().withFailedAttempts(failedAttempts));
        transition.showNotice(
            NoticeKind.HINT_OFFERED, Integer.toString(transition.progress().hintsGiven() + 1));
        return;
      }
    }
    transition.progress(transition.progress().withFailedAttempts(failedAttempts));
  }
}
