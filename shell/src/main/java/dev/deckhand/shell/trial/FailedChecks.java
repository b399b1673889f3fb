package dev.deckhand.shell.trial;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the checks of a step that failed in any of its trials. */
final class FailedChecks {

  private final Set<String> failedIds = new HashSet<>();

  /** Records the checks that failed at the end of a trial. */
  void record(List<CheckState> states) {
    states.stream()
        .filter(FailedChecks::hasFailed)
        .forEach(state -> failedIds.add(state.check().id()));
  }

  /** Records the goals that fail at the start; an invariant that fails there is a mistake. */
  void recordInitial(List<CheckState> states) {
    record(states.stream().filter(state -> state.check().role() == Check.Role.GOAL).toList());
  }

  /** Returns the checks that never failed. */
  List<Check> neverFailed(Step step) {
    return step.checks().stream().filter(check -> !failedIds.contains(check.id())).toList();
  }

  /** Returns whether a check fails, or was broken during the step. */
  static boolean hasFailed(CheckState state) {
    return state.broken() || state.verdict() instanceof Verdict.Failed;
  }

  /** Lists the failing checks, to be appended to a wrong solution's title. */
  static String describe(List<CheckState> states) {
    List<String> titles =
        states.stream()
            .filter(FailedChecks::hasFailed)
            .map(state -> "\"" + state.check().title() + "\"")
            .toList();
    return titles.isEmpty() ? "" : ", red: " + String.join(", ", titles);
  }
}
