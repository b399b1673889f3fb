package dev.deckhand.shell.trial;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which checks of a step were ever seen to fail, over all its trials. */
final class FailedChecks {

  private final Set<String> failedIds = new HashSet<>();

  /** Takes in how checks stood when a trial was over. */
  void record(List<CheckState> states) {
    states.stream()
        .filter(FailedChecks::hasFailed)
        .forEach(state -> failedIds.add(state.check().id()));
  }

  /** Takes in how checks stood at the beginning: an invariant that is red there is a mistake. */
  void recordInitial(List<CheckState> states) {
    record(states.stream().filter(state -> state.check().role() == Check.Role.GOAL).toList());
  }

  /** The checks that nothing turned red. */
  List<Check> neverFailed(Step step) {
    return step.checks().stream().filter(check -> !failedIds.contains(check.id())).toList();
  }

  /** Whether a check fails by a verdict, or broke on the way. */
  static boolean hasFailed(CheckState state) {
    return state.broken() || state.verdict() instanceof Verdict.Failed;
  }

  /** The checks that are red, behind a wrong way's title: an author wants to know which. */
  static String describe(List<CheckState> states) {
    List<String> titles =
        states.stream()
            .filter(FailedChecks::hasFailed)
            .map(state -> "\"" + state.check().title() + "\"")
            .toList();
    return titles.isEmpty() ? "" : ", red: " + String.join(", ", titles);
  }
}
