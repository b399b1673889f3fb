package dev.deckhand.site;

import dev.deckhand.check.Check;
import dev.deckhand.check.Count;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know of a check beyond its title. */
final class CheckWords {

  private CheckWords() {}

  /** Returns one phrase for each thing that is not as with most checks; often none. */
  static List<String> of(Check check) {
    var words = new ArrayList<String>();
    switch (check.role()) {
      case GOAL -> {}
      case KEEP -> words.add("true from the beginning: keep it so");
      case FATAL -> words.add("true from the beginning: if you break it, begin the step again");
    }
    if (check.absent()) {
      words.add("must not be there");
    }
    if (!check.count().equals(Count.ANY)) {
      words.add(count(check.count()));
    }
    if (!check.hold().isZero()) {
      words.add("for " + Amounts.of(check.hold()) + " without a break");
    }
    if (!check.within().equals(Check.WITHIN)) {
      words.add("may take up to " + Amounts.of(check.within()));
    }
    if (check.weight() > 1) {
      words.add("counts " + check.weight() + " times");
    }
    return words;
  }

  private static String count(Count count) {
    return switch (count.relation()) {
      case EXACTLY -> "exactly " + count.number();
      case AT_LEAST -> "at least " + count.number();
      case AT_MOST -> "at most " + count.number();
      case MORE_THAN -> "more than " + count.number();
      case LESS_THAN -> "fewer than " + count.number();
    };
  }
}
