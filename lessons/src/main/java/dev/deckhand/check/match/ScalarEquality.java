package dev.deckhand.check.match;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.Quantity;
import java.util.Set;

/** Compares scalars by value. */
final class ScalarEquality {
  /**
   * Fields that take a number or a name (Kubernetes' {@code IntOrString}). In them {@code 80}
   * equals {@code "80"}, since a name can't consist of digits only.
   */
  private static final Set<String> NUMBER_OR_NAME =
      Set.of("port", "targetPort", "servicePort", "maxSurge", "maxUnavailable", "minAvailable");

  private final boolean isKnownSchema;

  /**
   * @param isKnownSchema whether names of fields tell which of them hold a quantity or a port; in a
   *     custom resource they don't
   */
  ScalarEquality(boolean isKnownSchema) {
    this.isKnownSchema = isKnownSchema;
  }

  boolean isQuantityField(FieldPath path) {
    return isKnownSchema && Quantity.isQuantityField(path);
  }

  /**
   * Compares an expected scalar with what is at a path.
   *
   * <p>Numbers are equal by value ({@code 1} and {@code 1.0}), quantities as quantities. Anywhere
   * else a text never equals a number or a flag: Kubernetes refuses the number 8080 as a label, so
   * a check that asks for it is a mistake that should show.
   */
  boolean areEqual(DataNode expected, DataNode actual, FieldPath path) {
    return switch (expected) {
      case DataNode.Text(var text) ->
          (actual instanceof DataNode.Text(var other) && text.equals(other))
              || areEqualAcrossNotations(expected, actual, path);
      case DataNode.Numeral(var number) ->
          (actual instanceof DataNode.Numeral(var other) && number.compareTo(other) == 0)
              || areEqualAcrossNotations(expected, actual, path);
      case DataNode.Flag(var flag) -> actual instanceof DataNode.Flag(var other) && flag == other;
      case DataNode.Absent _ -> actual instanceof DataNode.Absent;
      case DataNode.Fields _, DataNode.Items _ -> false;
    };
  }

  private boolean areEqualAcrossNotations(DataNode expected, DataNode actual, FieldPath path) {
    if (!(actual instanceof DataNode.Text || actual instanceof DataNode.Numeral)) {
      return false;
    }
    if (isKnownSchema && NUMBER_OR_NAME.contains(path.step())) {
      return expected.text().equals(actual.text());
    }
    if (!isQuantityField(path)) {
      return false;
    }
    var wanted = Quantity.of(expected);
    var given = Quantity.of(actual);
    return wanted.isPresent() && given.isPresent() && wanted.get().compareTo(given.get()) == 0;
  }
}
