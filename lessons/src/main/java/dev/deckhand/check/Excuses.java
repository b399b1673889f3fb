package dev.deckhand.check;

import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the reason why an expression could not be evaluated in a learner's words. */
final class Excuses {
  private static final Pattern KEY = Pattern.compile("(?:key|field) '([^']*)'");

  private Excuses() {}

  static Outcome of(CelEvaluationException fault, Compilation.Ready ready, Scene scene) {
    return switch (fault.getErrorCode()) {
      case ATTRIBUTE_NOT_FOUND -> new Outcome.Lacking(lacking(fault));
      case INDEX_OUT_OF_BOUNDS -> new Outcome.Lacking("the list is shorter than that");
      case DIVIDE_BY_ZERO -> new Outcome.Stuck("it divides by zero");
      case NUMERIC_OVERFLOW -> new Outcome.Stuck("a number in it grows too large");
      case ITERATION_BUDGET_EXCEEDED -> new Outcome.Stuck("it takes too many steps");
      case BAD_FORMAT, INVALID_ARGUMENT -> new Outcome.Stuck(unreadable(ready, scene));
      case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD ->
          new Outcome.Stuck("values of kinds that do not go together, such as a text and a number");
      case INTERNAL_ERROR, DUPLICATE_ATTRIBUTE, TYPE_NOT_FOUND ->
          new Outcome.Stuck("it cannot be evaluated");
    };
  }

  private static String lacking(CelEvaluationException fault) {
    Matcher key = KEY.matcher(String.valueOf(fault.getMessage()));
    return key.find() ? Words.cut(key.group(1)) + " is not there" : "a field is not there";
  }

  private static String unreadable(Compilation.Ready ready, Scene scene) {
    return ready.mentions(Variable.ANSWER) && scene.answer() != null
        ? "the answer cannot be read as a number"
        : "a text in it cannot be read as a number";
  }
}
