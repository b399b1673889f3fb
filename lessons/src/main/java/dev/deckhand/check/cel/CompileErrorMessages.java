package dev.deckhand.check.cel;

import dev.cel.common.CelIssue;
import dev.deckhand.check.diagnostic.Problem;
import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Translates the messages of the CEL compiler for authors. */
final class CompileErrorMessages {
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '([^']*)' applied to '\\(?([^')]*)\\)?'.*",
          Pattern.DOTALL);

  /** Messages of the parser in its own terms, which don't help authors. */
  private static final Pattern PARSER_ERROR =
      Pattern.compile(
          "(mismatched input|extraneous input|no viable alternative|missing |token recognition).*",
          Pattern.DOTALL);

  /** Functions and macros, for suggestions. */
  private static final List<String> FUNCTIONS =
      List.of(
          ("all bool charAt contains distinct double duration endsWith exists exists_one filter has"
                  + " indexOf int join lastIndexOf lowerAscii map matches size slice sort split"
                  + " startsWith string substring timestamp trim type upperAscii math.greatest"
                  + " math.least sets.contains sets.equivalent sets.intersects")
              .split(" "));

  private CompileErrorMessages() {}

  static Problem of(CelIssue issue, String source) {
    String message = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return unknownName(undeclared.group(1));
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return wrongOverload(overload.group(1), overload.group(2));
    }
    if (message.contains("recursion limit")
        || message.contains("exceeds limit")
        || message.contains("node count")) {
      return new Problem(
          "The expression is too long or too deeply nested.",
          "Split it: every expression of a document must hold.");
    }
    if (source.isBlank()) {
      return new Problem("The expression is empty.", "Write one, as (self.replicas == 2): true.");
    }
    if (message.contains("<EOF>'") && message.startsWith("mismatched")) {
      return new Problem(
          "The expression " + ValueFormatter.abbreviate(source) + " ends too early.",
          "Finish it, or close what is open.");
    }
    return syntaxError(issue, source);
  }

  static Problem internalError(String source) {
    return new Problem(
        "The expression " + ValueFormatter.abbreviate(source) + " cannot be compiled.",
        "Write it in a simpler way.");
  }

  private static Problem unknownName(String name) {
    var known = new ArrayList<>(FUNCTIONS);
    QuantityFunctions.names().forEach(known::add);
    Stream.of(CelVariable.values()).map(CelVariable::keyword).forEach(known::add);
    return new Problem(
        ValueFormatter.abbreviate(name) + " is not known in an expression.",
        SpellingSuggester.suggest(name, known)
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElse("There are self, object, before, in questions answer, and CEL's functions."));
  }

  private static Problem wrongOverload(String function, String types) {
    String spoken = function.replace("_", "").replace("?:", "? :");
    Matcher target = Pattern.compile("(.*)\\.\\((.*?)\\)?").matcher(types);
    return new Problem(
        target.matches()
            ? spoken
                + " cannot be used on "
                + ValueFormatter.abbreviate(target.group(1))
                + " with ("
                + ValueFormatter.abbreviate(target.group(2))
                + ")."
            : spoken + " cannot be used on (" + ValueFormatter.abbreviate(types) + ").",
        types.contains("string") && types.contains("int")
            ? "Turn the text into a number with int(...), or the number into a text with"
                + " string(...)."
            : "Look up what " + spoken + " takes.");
  }

  private static Problem syntaxError(CelIssue issue, String source) {
    int column = Math.clamp(issue.getSourceLocation().getColumn(), 0, source.length());
    String near = column == source.length() ? source : source.substring(column);
    return new Problem(
        "The expression cannot be read near "
            + ValueFormatter.abbreviate(near)
            + (PARSER_ERROR.matcher(issue.getMessage()).matches()
                ? "."
                : " (" + ValueFormatter.abbreviate(issue.getMessage()) + ")."),
        remedy(near, source));
  }

  private static String remedy(String near, String source) {
    String word = near.split("[^a-z]", 2)[0];
    return near.startsWith("=") && !near.startsWith("==")
        ? "To compare, write ==."
        : near.startsWith("'") || near.startsWith("\"")
            ? "Close the quote."
            : near.startsWith("(") && source.contains("has(")
                ? "Give has() a field: has(self.status)."
                : switch (word) {
                  case "and" -> "Write && for and.";
                  case "or" -> "Write || for or.";
                  default ->
                      source.startsWith("not ")
                          ? "Write ! for not."
                          : "Expressions are CEL: see its language definition.";
                };
  }
}
