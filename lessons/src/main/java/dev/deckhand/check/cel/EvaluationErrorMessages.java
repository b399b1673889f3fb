package dev.deckhand.check.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates evaluation errors for learners. */
final class EvaluationErrorMessages {
  private static final Pattern KEY = Pattern.compile("(?:key|field) '([^']*)'");

  private EvaluationErrorMessages() {}

  static EvaluationResult of(
      CelEvaluationException fault,
      CompilationResult.Compiled compiled,
      EvaluationContext context) {
    return switch (fault.getErrorCode()) {
      case ATTRIBUTE_NOT_FOUND -> new EvaluationResult.MissingField(missingFieldText(fault));
      case INDEX_OUT_OF_BOUNDS ->
          new EvaluationResult.MissingField("the list is shorter than that");
      case DIVIDE_BY_ZERO -> new EvaluationResult.Failure("it divides by zero");
      case NUMERIC_OVERFLOW -> new EvaluationResult.Failure("a number in it grows too large");
      case ITERATION_BUDGET_EXCEEDED -> new EvaluationResult.Failure("it takes too many steps");
      case BAD_FORMAT, INVALID_ARGUMENT ->
          new EvaluationResult.Failure(
              String.valueOf(fault.getMessage()).contains(QuantityFunctions.NOT_A_QUANTITY)
                  ? "a value in it is not a quantity"
                  : unparsableText(compiled, context));
      case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD ->
          new EvaluationResult.Failure(
              "values of kinds that do not go together, such as a text and a number");
      case INTERNAL_ERROR, DUPLICATE_ATTRIBUTE, TYPE_NOT_FOUND ->
          new EvaluationResult.Failure("it cannot be evaluated");
    };
  }

  private static String missingFieldText(CelEvaluationException fault) {
    Matcher key = KEY.matcher(String.valueOf(fault.getMessage()));
    return key.find()
        ? ValueFormatter.abbreviate(key.group(1)) + " is not there"
        : "a field is not there";
  }

  private static String unparsableText(
      CompilationResult.Compiled compiled, EvaluationContext context) {
    return compiled.references(CelVariable.ANSWER) && context.answer() != null
        ? "the answer cannot be read as a number"
        : "a text in it cannot be read as a number";
  }
}
