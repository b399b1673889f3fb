package dev.deckhand.check.schema;

import dev.deckhand.check.diagnostic.Problem;
import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.Collection;
import java.util.List;

/** Messages about fields that the API doesn't have, and about values that they never have. */
public final class SchemaProblems {
  /** Names listed at most in a message. */
  private static final int MAX_NAMES = 20;

  private SchemaProblems() {}

  /** A kind doesn't have a field; suggests the one that was probably meant. */
  public static Problem unknownField(
      String kind, String path, String name, Collection<String> known) {
    String remedy =
        SpellingSuggester.suggest(name, known)
            .map(nearest -> "Did you mean " + nearest + "?")
            .orElseGet(() -> alternatives(path, known));
    return new Problem(kind + " has no field " + childPath(path, name) + ".", remedy);
  }

  private static String alternatives(String path, Collection<String> known) {
    return known.size() <= MAX_NAMES
        ? "There are " + String.join(", ", known) + "."
        : "Look up the fields of " + (path.isEmpty() ? "the kind" : path) + ", and mind the case.";
  }

  /** A field was looked for in something that isn't a map. */
  public static Problem fieldOfNonObject(String path, String name, FieldType type) {
    String field = ValueFormatter.abbreviate(ValueFormatter.sanitize(name));
    return type instanceof FieldType.ListOf
        ? new Problem(
            path + " is a list, and has no field " + field + ".",
            "Take an element, as in [0]."
                + field
                + ", or ask with exists(each, each."
                + field
                + " == ...).")
        : new Problem(
            path + " is " + describe(type) + ", and has no field " + field + ".",
            "Leave out ." + field + ".");
  }

  /** A field never has a value of that type. */
  public static Problem impossibleValue(String path, FieldType.Scalar type, DataNode value) {
    String remedy =
        switch (type) {
          case TEXT -> "Put it in quotes.";
          case WHOLE, NUMBER -> "Write a number, without quotes.";
          case FLAG -> "Write true or false, without quotes.";
          case AMOUNT -> "Write a number, or a text like 128Mi.";
        };
    return new Problem(
        path + " is " + type.displayName() + ", and so never " + ValueFormatter.value(value) + ".",
        remedy);
  }

  /** A map, a list or a scalar was written where the API has another of them. */
  public static Problem wrongShape(String path, FieldType type, boolean isList) {
    String is = path + " is " + describe(type);
    return switch (type) {
      case FieldType.ListOf _ -> new Problem(is + ".", "Begin each element with a dash.");
      case FieldType.MapOf _, FieldType.ObjectOf _ ->
          isList
              ? new Problem(is + ", not a list.", "Leave out the dashes.")
              : new Problem(is + ".", "Write its fields, each with a colon behind its name.");
      case FieldType.Scalar _ ->
          isList
              ? new Problem(is + ", not a list.", "Write one value.")
              : new Problem(is + ", and has no fields.", "Write its value behind the colon.");
      case FieldType.Any _ -> new Problem(is + ".", "Leave it out.");
    };
  }

  /** Whether a field of a type may have a value. */
  public static boolean accepts(FieldType.Scalar type, DataNode value) {
    return switch (type) {
      case TEXT -> value instanceof DataNode.Text;
      case WHOLE ->
          value instanceof DataNode.Numeral(var number) && number.stripTrailingZeros().scale() <= 0;
      case NUMBER -> value instanceof DataNode.Numeral;
      case FLAG -> value instanceof DataNode.Flag;
      case AMOUNT -> value instanceof DataNode.Text || value instanceof DataNode.Numeral;
    };
  }

  /** Returns the path of a field: {@code spec.containers[].image}. */
  public static String childPath(String path, String name) {
    String clean = ValueFormatter.abbreviate(ValueFormatter.sanitize(name));
    boolean isPlain = clean.matches("[A-Za-z_$][A-Za-z0-9_-]*");
    return isPlain ? (path.isEmpty() ? "" : path + ".") + clean : path + "[\"" + clean + "\"]";
  }

  private static String describe(FieldType type) {
    return switch (type) {
      case FieldType.ListOf _ -> "a list";
      case FieldType.MapOf _, FieldType.ObjectOf _ -> "a map";
      case FieldType.Scalar scalar -> scalar.displayName();
      case FieldType.Any _ -> "open";
    };
  }

  public static boolean areComparable(FieldType.Scalar one, FieldType.Scalar other) {
    return one == other || comparableTypes(one).stream().anyMatch(comparableTypes(other)::contains);
  }

  private static List<String> comparableTypes(FieldType.Scalar type) {
    return switch (type) {
      case TEXT -> List.of("text");
      case WHOLE, NUMBER -> List.of("number");
      case FLAG -> List.of("flag");
      case AMOUNT -> List.of("text", "number");
    };
  }
}
