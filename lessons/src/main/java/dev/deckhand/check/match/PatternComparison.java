package dev.deckhand.check.match;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.ValueFormatter;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares patterns with each other: whether they are equal, and whether they exclude each other.
 */
public final class PatternComparison {
  private static final SourcePosition NOWHERE = new SourcePosition("", 0);

  private final ScalarEquality equality;

  /**
   * @param isKnownSchema whether names of fields tell which of them hold a quantity or a port
   */
  public PatternComparison(boolean isKnownSchema) {
    this.equality = new ScalarEquality(isKnownSchema);
  }

  /** A field for which two patterns ask two things. */
  public record Conflict(FieldPath path, String one, String other) {}

  /** Whether two patterns ask for the same, wherever they stand. */
  public static boolean areEqual(DataPattern one, DataPattern other) {
    return withoutPlaces(one).equals(withoutPlaces(other));
  }

  private static DataPattern withoutPlaces(DataPattern pattern) {
    return switch (pattern) {
      case DataPattern.Shape(var fields, var expressions, _) -> {
        var plain = new LinkedHashMap<String, DataPattern>();
        fields.forEach((name, value) -> plain.put(name, withoutPlaces(value)));
        yield new DataPattern.Shape(
            plain,
            expressions.stream()
                .map(one -> new DataPattern.Expression(one.source(), one.expected(), NOWHERE))
                .toList(),
            NOWHERE);
      }
      case DataPattern.Elements(var elements, _) ->
          new DataPattern.Elements(
              elements.stream().map(PatternComparison::withoutPlaces).toList(), NOWHERE);
      case DataPattern.Scalar(var value, _) -> new DataPattern.Scalar(value, NOWHERE);
      case DataPattern.Missing _ -> new DataPattern.Missing(NOWHERE);
    };
  }

  /** Returns the first field found that keeps any object from matching both patterns. */
  public Optional<Conflict> conflict(DataPattern one, DataPattern other) {
    return conflict(one, other, FieldPath.ROOT);
  }

  private Optional<Conflict> conflict(DataPattern one, DataPattern other, FieldPath path) {
    return switch (one) {
      case DataPattern.Shape shape when other instanceof DataPattern.Shape otherShape ->
          conflictOfFields(shape, otherShape, path);
      case DataPattern.Elements list when other instanceof DataPattern.Elements otherList ->
          conflictOfElements(list, otherList, path);
      case DataPattern.Scalar(var value, _)
          when other instanceof DataPattern.Scalar(var otherValue, _) ->
          equality.areEqual(value, otherValue, path)
              ? Optional.empty()
              : Optional.of(conflictAt(one, other, path));
      case DataPattern.Missing _ when other instanceof DataPattern.Missing -> Optional.empty();
      case DataPattern.Shape _,
          DataPattern.Elements _,
          DataPattern.Scalar _,
          DataPattern.Missing _ ->
          mayBeAnything(one) || mayBeAnything(other)
              ? Optional.empty()
              : Optional.of(conflictAt(one, other, path));
    };
  }

  /** Expressions may stand in a value of any shape; and all fields of a map may be unwanted. */
  private static boolean mayBeAnything(DataPattern pattern) {
    return pattern instanceof DataPattern.Shape(var fields, var expressions, _)
        && (!expressions.isEmpty() || !fields.isEmpty())
        && fields.values().stream()
            .allMatch(one -> one instanceof DataPattern.Missing || mayBeAnything(one));
  }

  private Optional<Conflict> conflictOfFields(
      DataPattern.Shape one, DataPattern.Shape other, FieldPath path) {
    return one.fields().entrySet().stream()
        .flatMap(field ->
            Stream.ofNullable(other.fields().get(field.getKey()))
                .flatMap(value ->
                    conflict(field.getValue(), value, path.field(field.getKey())).stream()))
        .findFirst();
  }

  /** Only a name tells that two elements are the same one. */
  private Optional<Conflict> conflictOfElements(
      DataPattern.Elements one, DataPattern.Elements other, FieldPath path) {
    return one.elements().stream()
        .flatMap(element ->
            named(element).stream()
                .flatMap(name ->
                    other.elements().stream()
                        .filter(candidate -> named(candidate).equals(Optional.of(name)))
                        .flatMap(same -> conflict(element, same, path.element(name)).stream())))
        .findFirst();
  }

  private static Optional<String> named(DataPattern element) {
    return element instanceof DataPattern.Shape(var fields, _, _)
            && fields.get("name") instanceof DataPattern.Scalar(var name, _)
        ? Optional.of(name.text())
        : Optional.empty();
  }

  private static Conflict conflictAt(DataPattern one, DataPattern other, FieldPath path) {
    return new Conflict(path, ValueFormatter.pattern(one), ValueFormatter.pattern(other));
  }
}
