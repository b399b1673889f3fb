package dev.deckhand.shell.trial;

import dev.deckhand.lesson.Step;
import dev.deckhand.shell.trial.TrialResult.Rule;
import java.util.Set;

/**
 * Which trials are wanted.
 *
 * @param rules empty for all
 * @param steps numbers counted from 1; empty for all
 * @param mutation whether solutions are also run with a command left out
 */
public record TrialSelection(Set<Rule> rules, Set<Integer> steps, boolean mutation) {

  /** All that a lesson must show. */
  public static final TrialSelection ALL = new TrialSelection(Set.of(), Set.of(), true);

  public TrialSelection {
    rules = Set.copyOf(rules);
    steps = Set.copyOf(steps);
  }

  /** Whether the trials of a rule are wanted. */
  boolean includes(Rule rule) {
    boolean mutating = rule == Rule.LEFT_OUT || rule == Rule.CAN_FAIL;
    return (rules.isEmpty() || rules.contains(rule)) && (mutation || !mutating);
  }

  /** Whether the whole lesson is wanted in another order; some steps alone only if one says so. */
  boolean includesOtherOrder() {
    return includes(Rule.OTHER_ORDER) && (steps.isEmpty() || rules.contains(Rule.OTHER_ORDER));
  }

  /** Whether anything of a step is wanted. */
  boolean includes(Step step) {
    return steps.isEmpty() || steps.contains(step.number());
  }

  /** Whether nothing is wanted of a step and all that follow it. */
  boolean endsBefore(Step step) {
    return !steps.isEmpty() && steps.stream().allMatch(wanted -> wanted < step.number());
  }

  /** Whether a check that never failed can be told: all that might have turned it red is run. */
  boolean includesCheckProof() {
    return includes(Rule.CAN_FAIL)
        && (rules.isEmpty() || rules.containsAll(Set.of(Rule.WRONG, Rule.LEFT_OUT)));
  }
}
