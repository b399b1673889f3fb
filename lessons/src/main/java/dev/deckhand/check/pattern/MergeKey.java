package dev.deckhand.check.pattern;

import java.util.List;
import java.util.Optional;

/**
 * The field that identifies an element of a list.
 *
 * @param name the name of the field
 * @param value its value as text
 */
public record MergeKey(String name, String value) {
  private static final List<String> NAMES =
      List.of("name", "containerPort", "port", "key", "type", "ip");

  /** Returns the key of an expected element, if it has one. */
  public static Optional<MergeKey> of(DataPattern element) {
    return element instanceof DataPattern.Shape(var fields, _, _)
        ? NAMES.stream()
            .filter(name -> fields.get(name) instanceof DataPattern.Scalar)
            .findFirst()
            .flatMap(name ->
                fields.get(name) instanceof DataPattern.Scalar(var value, _)
                    ? Optional.of(new MergeKey(name, value.text()))
                    : Optional.empty())
        : Optional.empty();
  }

  /** Returns the key of an actual element, or its index if it has none. */
  public static String label(DataNode element, int index) {
    return of(element).orElse(Integer.toString(index));
  }

  /** Returns the value of the key of an actual element, if it has one. */
  static Optional<String> of(DataNode element) {
    return NAMES.stream()
        .map(name -> element.at(name).text())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  public boolean matches(DataNode element) {
    return element.at(name).text().equals(value);
  }
}
