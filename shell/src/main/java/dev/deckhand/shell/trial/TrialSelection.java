package dev.deckhand.shell.trial;

import dev.deckhand.lesson.Step;
import dev.deckhand.shell.trial.TrialResult.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The selected trials.
 *
 * @param rules empty for all
 * @param steps numbers counted from 1; empty for all
 * @param mutation whether solutions are also run with a command left out
 */
public record TrialSelection(Set<Rule> rules, Set<Integer> steps, boolean mutation) {

  /** All trials. */
  public static final TrialSelection ALL = new TrialSelection(Set.of(), Set.of(), true);

  public TrialSelection {
    rules = Set.copyOf(rules);
    steps = Set.copyOf(steps);
  }

  /**
   * What is tried with other names and numbers: that a step isn't solved at first, and that its
   * solution solves it. Empty if neither is selected.
   */
  public Optional<TrialSelection> withOtherValues() {
    Set<Rule> chosen =
        Stream.of(Rule.RED_BEFORE, Rule.GREEN_AFTER)
            .filter(this::includes)
            .collect(Collectors.toSet());
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(new TrialSelection(chosen, steps, false));
  }

  /** Returns whether the trials of a rule are selected. */
  boolean includes(Rule rule) {
    boolean mutating = rule == Rule.LEFT_OUT || rule == Rule.CAN_FAIL;
    return (rules.isEmpty() || rules.contains(rule)) && (mutation || !mutating);
  }

  /** Returns whether other orders are selected; for single steps only if the rule is named. */
  boolean includesOtherOrder() {
    return includes(Rule.OTHER_ORDER) && (steps.isEmpty() || rules.contains(Rule.OTHER_ORDER));
  }

  /** Returns whether a step is selected. */
  boolean includes(Step step) {
    return steps.isEmpty() || steps.contains(step.number());
  }

  /** Returns whether neither a step nor any later one is selected. */
  boolean endsBefore(Step step) {
    return !steps.isEmpty() && steps.stream().allMatch(wanted -> wanted < step.number());
  }

  /** Returns whether all trials that could make a check fail are selected. */
  boolean includesCheckProof() {
    return includes(Rule.CAN_FAIL)
        && (rules.isEmpty() || rules.containsAll(Set.of(Rule.WRONG, Rule.LEFT_OUT)));
  }
}
