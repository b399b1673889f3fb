package dev.deckhand.check.cel;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.deckhand.check.diagnostic.Problem;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Limits the size of regular expressions.
 *
 * <p>RE2 matches in linear time, but re2j expands nested repetitions before it checks their size:
 * {@code (((a{1000}){1000}){1000})} takes all memory. So a pattern must be a literal in the
 * expression, which can be checked first.
 */
final class RegexBounds {
  private static final int MAX_REPETITIONS = 1000;

  /** The largest program that CEL runs, see {@link CelCompiler}. */
  static final int MAX_PROGRAM_SIZE = 2000;

  private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

  private RegexBounds() {}

  /** Returns the first problem of the patterns in an expression. */
  static Optional<Problem> check(CelExpr expression) {
    return CelNavigableExpr.fromExpr(expression)
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == Kind.CALL && node.call().function().equals("matches"))
        .flatMap(node -> check(node.call().args()).stream())
        .findFirst();
  }

  private static Optional<Problem> check(List<CelExpr> arguments) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    CelExpr pattern = arguments.getLast();
    if (pattern.getKind() != Kind.CONSTANT) {
      return Optional.of(
          new Problem(
              "matches() takes a pattern that is computed.",
              "Write the pattern out, in quotes, or compare with == or contains()."));
    }
    boolean isText =
        pattern.constant().getKind() == dev.cel.common.ast.CelConstant.Kind.STRING_VALUE;
    return isText ? check(pattern.constant().stringValue()) : Optional.empty();
  }

  private static Optional<Problem> check(String pattern) {
    if (repetitions(pattern) > MAX_REPETITIONS) {
      return Optional.of(
          new Problem(
              "The pattern of matches() repeats more than " + MAX_REPETITIONS + " times.",
              "Use + or * instead of a large number in braces."));
    }
    try {
      return com.google.re2j.Pattern.compile(pattern).programSize() > MAX_PROGRAM_SIZE
          ? Optional.of(
              new Problem("The pattern of matches() is too large.", "Look for less at a time."))
          : Optional.empty();
    } catch (PatternSyntaxException fault) {
      // also if it is valid in java.util.regex, such as a lookahead
      return Optional.of(
          new Problem(
              "The pattern of matches() cannot be read: "
                  + fault.getDescription()
                  + " in "
                  + ValueFormatter.abbreviate(fault.getPattern())
                  + ".",
              "Patterns are RE2's; put a sign that stands for itself in brackets, as [.]."));
    }
  }

  /** The product of all numbers in braces: the most repetitions that nesting can give. */
  private static double repetitions(String pattern) {
    double product = 1;
    var found = REPETITION.matcher(pattern);
    while (found.find()) {
      String most =
          found.group(2) == null || found.group(2).isEmpty() ? found.group(1) : found.group(2);
      product *= Math.max(1, Double.parseDouble(most));
    }
    return product;
  }
}
