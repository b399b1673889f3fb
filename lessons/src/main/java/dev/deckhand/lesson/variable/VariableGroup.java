package dev.deckhand.lesson.variable;

import java.util.List;

/**
 * Variables of a lesson that have the same possible values, each learner's different from each
 * other.
 *
 * @param names at least one, and no more than there are values
 */
public record VariableGroup(List<String> names, ValueDomain domain) {
  public VariableGroup {
    names = List.copyOf(names);
    if (names.isEmpty() || names.size() > domain.size()) {
      throw new IllegalArgumentException(names + " of " + domain.size() + " values");
    }
  }
}
