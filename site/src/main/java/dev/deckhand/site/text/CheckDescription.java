package dev.deckhand.site.text;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import java.util.ArrayList;
import java.util.List;

/** Describes what a reader should know about a check beyond its title. */
public final class CheckDescription {

  private CheckDescription() {}

  /** Returns a phrase for each property that differs from the default; often none. */
  public static List<String> of(Check check) {
    var words = new ArrayList<String>();
    switch (check.role()) {
      case GOAL -> {}
      case KEEP -> words.add("true from the beginning: keep it so");
      case FATAL -> words.add("true from the beginning: if you break it, begin the step again");
    }
    if (!check.count().equals(CountConstraint.ANY)) {
      words.add(count(check.count()));
    }
    if (!check.hold().isZero()) {
      words.add("for " + PluralFormatter.of(check.hold()) + " without a break");
    }
    if (!check.within().equals(Check.DEFAULT_WITHIN)) {
      words.add("may take up to " + PluralFormatter.of(check.within()));
    }
    if (check.weight() > 1) {
      words.add("counts " + check.weight() + " times");
    }
    return words;
  }

  private static String count(CountConstraint countConstraint) {
    return switch (countConstraint.relation()) {
      case EXACTLY -> "exactly " + countConstraint.number();
      case AT_LEAST -> "at least " + countConstraint.number();
      case AT_MOST -> "at most " + countConstraint.number();
      case MORE_THAN -> "more than " + countConstraint.number();
      case LESS_THAN -> "fewer than " + countConstraint.number();
      case ABSENT -> "must not be there";
    };
  }
}
