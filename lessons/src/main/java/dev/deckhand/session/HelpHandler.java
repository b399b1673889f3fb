package dev.deckhand.session;

import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CommandLineState.Confirmation;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives hints and solutions, and asks for confirmations. */
final class HelpHandler {

  private static final Set<String> YES = Set.of("y", "yes");
  private static final Set<String> TYPE = Set.of("t", "type");
  private static final Set<String> NO = Set.of("", "n", "no");

  private HelpHandler() {}

  /** Gives the next hint. */
  static void hint(Transition transition) {
    Step step = transition.step();
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
            .withHelp(given + 1, transition.progress().failedAttempts().withCountsReset()));
    transition.writeJournal(new JournalEvent.HintGiven(step.number(), given + 1));
    transition.show(new Display.HintText(step.hints().get(given), given + 1, all));
  }

  /** Asks first, shows the solution, or starts to put it at the prompt. */
  static void solution(
      Transition transition, LearnerInput.RequestSolution.SolutionMode solutionMode) {
    Step step = transition.step();
    Script solution = step.solution();
    if (solution == null) {
      transition.showNotice(NoticeKind.NO_SOLUTION, step.title());
      return;
    }
    switch (solutionMode) {
      case CONFIRM -> {
        transition.commandLine(
            new CommandLineState(transition.commandLine().prefilled(), Confirmation.SHOW_SOLUTION));
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
        transition.commandLine(new CommandLineState(solution.entries(), null));
        transition.showNotice(
            NoticeKind.PREFILL_STARTED, Integer.toString(solution.entries().size()));
      }
    }
  }

  /**
   * Handles the answer to a confirmation; returns false for a line that is no answer, which is then
   * handled as usual.
   */
  static boolean answerConfirmation(Transition transition, LearnerInput input) {
    Confirmation asked = transition.commandLine().confirming();
    if (asked == null) {
      return false;
    }
    transition.commandLine(new CommandLineState(transition.commandLine().prefilled(), null));
    String said;
    if (input instanceof LearnerInput.EmptyLine) {
      said = "";
    } else if (input instanceof LearnerInput.RunCommand(SessionCommand.Shell(String text))) {
      said = text.strip().toLowerCase(Locale.ROOT);
    } else {
      return false;
    }
    return switch (asked) {
      case SHOW_SOLUTION -> confirmSolution(transition, said);
      case RESET_STEP -> confirmReset(transition, said);
    };
  }

  private static boolean confirmSolution(Transition transition, String said) {
    if (YES.contains(said) || said.equals("show")) {
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

  private static boolean confirmReset(Transition transition, String said) {
    if (YES.contains(said)) {
      StepNavigation.reset(transition, true);
    } else if (NO.contains(said)) {
      transition.showNotice(NoticeKind.RESET_DECLINED, "");
    } else {
      return false;
    }
    return true;
  }

  /**
   * Continues with the next prefilled command after one was sent. An empty line ends the prefilling
   * and has no other meaning; returns true for it.
   */
  static boolean takePrefilled(Transition transition, LearnerInput input) {
    List<String> left = transition.commandLine().prefilled();
    if (left.isEmpty()) {
      return false;
    }
    if (input instanceof LearnerInput.EmptyLine) {
      endPrefill(transition);
      return true;
    }
    transition.commandLine(
        new CommandLineState(left.subList(1, left.size()), transition.commandLine().confirming()));
    return false;
  }

  /** Stops prefilling the prompt. */
  static void endPrefill(Transition transition) {
    transition.commandLine(new CommandLineState(List.of(), transition.commandLine().confirming()));
    transition.showNotice(NoticeKind.PREFILL_ENDED, "");
  }

  static void lookUp(Transition transition, String path) {
    switch (transition.phase()) {
      case Phase.WithoutLab(var reason, var remedy, boolean _, var _) ->
          transition.show(new Display.LabUnavailable(reason, remedy));
      case Phase.Booting _ -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case Phase.Waiting _, Phase.Ready _, Phase.Ended _ ->
          transition.addEffect(new Effect.LookUpManual(path));
    }
  }

  /** Counts a wrong answer to a question or a quiz; each is an attempt of its own. */
  static void countFailure(Transition transition, String id) {
    countFailure(transition, transition.progress().failedAttempts().withAttempt(), Set.of(id));
  }

  /** Counts checks that fail after the last command. */
  static void countFailure(Transition transition, Set<String> ids) {
    countFailure(transition, transition.progress().failedAttempts(), ids);
  }

  private static void countFailure(Transition transition, FailedAttempts known, Set<String> ids) {
    FailedAttempts failed = known.withFailed(ids);
    int hintsGiven = transition.progress().hintsGiven();
    boolean due = failed.isHintDue();
    transition.progress(
        transition.progress().withHelp(hintsGiven, due ? failed.withCountsReset() : failed));
    if (due && hintsGiven < transition.step().hints().size()) {
      transition.showNotice(NoticeKind.HINT_OFFERED, Integer.toString(hintsGiven + 1));
    }
  }
}
