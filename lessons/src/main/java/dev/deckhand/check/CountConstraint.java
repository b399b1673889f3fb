package dev.deckhand.check;

import java.util.Locale;

/** How many objects must match, for a document without a name. */
public record CountConstraint(Relation relation, int number) {

  /** At least one: what holds where an author says nothing. */
  public static final CountConstraint ANY = new CountConstraint(Relation.AT_LEAST, 1);

  public CountConstraint {
    if (number < 0) {
      throw new IllegalArgumentException("a count is 0 or more: " + number);
    }
  }

  /** Whether that many matching objects are right. */
  public boolean allows(int matching) {
    return switch (relation) {
      case EXACTLY -> matching == number;
      case AT_LEAST -> matching >= number;
      case AT_MOST -> matching <= number;
      case MORE_THAN -> matching > number;
      case LESS_THAN -> matching < number;
    };
  }

  @Override
  public String toString() {
    return relation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + number;
  }

  /** How a number of matching objects relates to the one that is wanted. */
  public enum Relation {
    EXACTLY,
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN
  }
}
