package dev.deckhand.check;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts what CEL has to say about an expression in an author's words. */
final class Complaints {
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '([^']*)' applied to '\\(?([^')]*)\\)?'.*",
          Pattern.DOTALL);

  /** What the parser says of a slip, in its own terms: it helps nobody. */
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(mismatched input|extraneous input|no viable alternative|missing |token recognition).*",
          Pattern.DOTALL);

  /** Functions and macros that authors use; for the nearest name. */
  private static final List<String> FUNCTIONS =
      List.of(
          "all",
          "bool",
          "charAt",
          "contains",
          "distinct",
          "double",
          "duration",
          "endsWith",
          "exists",
          "exists_one",
          "filter",
          "has",
          "indexOf",
          "int",
          "join",
          "lastIndexOf",
          "lowerAscii",
          "map",
          "matches",
          "size",
          "slice",
          "sort",
          "split",
          "startsWith",
          "string",
          "substring",
          "timestamp",
          "trim",
          "type",
          "upperAscii",
          "math.greatest",
          "math.least",
          "sets.contains",
          "sets.equivalent",
          "sets.intersects");

  private Complaints() {}

  static Problem of(CelIssue issue, String source) {
    String message = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return unknown(undeclared.group(1));
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      return mismatch(overload.group(1), overload.group(2));
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
          "The expression " + Words.cut(source) + " ends too early.",
          "Finish it, or close what is open.");
    }
    return unreadable(issue, source);
  }

  static Problem unexpected(String source) {
    return new Problem(
        "The expression " + Words.cut(source) + " cannot be compiled.",
        "Write it in a simpler way.");
  }

  private static Problem unknown(String name) {
    var known = new ArrayList<>(FUNCTIONS);
    Stream.of(Variable.values()).map(Variable::word).forEach(known::add);
    return new Problem(
        Words.cut(name) + " is not known in an expression.",
        Nearest.to(name, known)
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElse("There are self, object, before, in questions answer, and CEL's functions."));
  }

  private static Problem mismatch(String function, String types) {
    String spoken = function.replace("_", "").replace("?:", "? :");
    Matcher target = Pattern.compile("(.*)\\.\\((.*?)\\)?").matcher(types);
    return new Problem(
        target.matches()
            ? spoken
                + " cannot be used on "
                + Words.cut(target.group(1))
                + " with ("
                + Words.cut(target.group(2))
                + ")."
            : spoken + " cannot be used on (" + Words.cut(types) + ").",
        types.contains("string") && types.contains("int")
            ? "Turn the text into a number with int(...), or the number into a text with string(...)."
            : "Look up what " + spoken + " takes.");
  }

  private static Problem unreadable(CelIssue issue, String source) {
    int column = Math.clamp(issue.getSourceLocation().getColumn(), 0, source.length());
    String near = column == source.length() ? source : source.substring(column);
    return new Problem(
        "The expression cannot be read near "
            + Words.cut(near)
            + (SYNTAX.matcher(issue.getMessage()).matches()
                ? "."
                : " (" + Words.cut(issue.getMessage()) + ")."),
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
