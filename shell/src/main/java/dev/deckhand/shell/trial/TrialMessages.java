package dev.deckhand.shell.trial;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.session.CheckState;
import dev.deckhand.shell.loop.CheckObserver;
import java.util.List;
import java.util.stream.Collectors;

/** What the trials of a lesson have to say about its checks. */
final class TrialMessages {

  private TrialMessages() {}

  /** What is wrong with checks at the beginning of their step; empty for nothing. */
  static String initialProblems(List<CheckState> states) {
    return states.stream()
        .map(TrialMessages::initialProblems)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String initialProblems(CheckState state) {
    Check check = state.check();
    boolean goal = check.role() == Check.Role.GOAL;
    return switch (state.verdict()) {
      case Verdict.Passed _ ->
          goal ? quotedTitle(check) + " passes before the learner has done anything." : "";
      case Verdict.Failed(var findings) ->
          goal
              ? ""
              : quotedTitle(check) + " must pass from the start: " + findings.getFirst().sentence();
      case Verdict.Undecided(var why, var _) -> quotedTitle(check) + " couldn't be judged: " + why;
    };
  }

  /** The checks that do not hold, and why. */
  static String openChecks(CheckObserver.CheckReport checkReport) {
    return checkReport.checks().stream()
        .filter(state -> state.broken() || !(state.verdict() instanceof Verdict.Passed))
        .map(state -> quotedTitle(state.check()) + " " + stateDescription(state))
        .collect(Collectors.joining(" "));
  }

  private static String stateDescription(CheckState state) {
    return switch (state.verdict()) {
      case Verdict.Passed _ ->
          state.broken()
              ? "was broken during the step, and a fatal check stays broken."
              : "passes.";
      case Verdict.Failed(var findings) -> "fails: " + findings.getFirst().sentence() + ".";
      case Verdict.Undecided(var why, var _) -> "is undecided: " + why;
    };
  }

  /** What the last command that failed had to say: the cause, more often than not. */
  static String lastFailure(List<CommandResult> ran) {
    return ran.stream()
        .filter(result -> result.exitCode() != 0)
        .reduce((_, last) -> last)
        .map(result -> " The command ended with " + result.exitCode() + ": " + result.output())
        .orElse("")
        .stripTrailing();
  }

  /** A check that nothing turned red. */
  static String neverFailed(Check check, boolean mutated) {
    return check.place()
        + ": the check \""
        + check.title()
        + "\" never failed: no wrong solution "
        + (mutated ? "and no shortened solution " : "")
        + "makes it fail. It may be unable to fail."
        + " Add a [source.wrong,shell] that breaks it, or remove the check.";
  }

  private static String quotedTitle(Check check) {
    return check.place() + ": \"" + check.title() + "\"";
  }
}
