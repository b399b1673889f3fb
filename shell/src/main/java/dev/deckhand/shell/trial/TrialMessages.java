package dev.deckhand.shell.trial;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.session.CheckState;
import dev.deckhand.shell.step.CheckObserver;
import java.util.List;
import java.util.stream.Collectors;

/** The messages of trials about checks. */
final class TrialMessages {

  private TrialMessages() {}

  /** Describes the problems of checks at the start of their step; empty if there are none. */
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

  /** Describes the checks that don't pass, with the reasons. */
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

  /** Describes the last command that failed, which is usually the cause. */
  static String lastFailure(List<CommandResult> ran) {
    return ran.stream()
        .filter(result -> result.exitCode() != 0)
        .reduce((_, last) -> last)
        .map(result -> " The command ended with " + result.exitCode() + ": " + result.output())
        .orElse("")
        .stripTrailing();
  }

  /** Describes a check that no trial made fail. */
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
