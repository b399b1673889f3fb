package dev.deckhand.check;

import java.util.Locale;

/**
 * How many objects must match.
 *
 * @param number 0 or more; 0 for {@link Relation#ABSENT}
 */
public record CountConstraint(Relation relation, int number) {

  /** At least one: the default. */
  public static final CountConstraint ANY = new CountConstraint(Relation.AT_LEAST, 1);

  /** {@code expect=absent}: no object matches; an object with a name does not exist at all. */
  public static final CountConstraint ABSENT = new CountConstraint(Relation.ABSENT, 0);

  public CountConstraint {
    if (number < 0 || (relation == Relation.ABSENT && number > 0)) {
      throw new IllegalArgumentException("not a count: " + relation + " " + number);
    }
  }

  /** Whether this number of matching objects is right. */
  public boolean allows(int matching) {
    return switch (relation) {
      case EXACTLY -> matching == number;
      case AT_LEAST -> matching >= number;
      case AT_MOST -> matching <= number;
      case MORE_THAN -> matching > number;
      case LESS_THAN -> matching < number;
      case ABSENT -> matching == 0;
    };
  }

  public boolean isAbsent() {
    return relation == Relation.ABSENT;
  }

  /** Whether this number is not right, but a larger one is. */
  boolean needsMoreThan(int matching) {
    return switch (relation) {
      case EXACTLY, AT_LEAST -> matching < number;
      case MORE_THAN -> matching <= number;
      case AT_MOST, LESS_THAN, ABSENT -> false;
    };
  }

  /** Returns the constraint in words: {@code at least 2}. */
  @Override
  public String toString() {
    return isAbsent()
        ? "absent"
        : relation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + number;
  }

  /** How the number of matching objects compares with the one that is wanted. */
  public enum Relation {
    EXACTLY,
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN,
    ABSENT
  }
}
