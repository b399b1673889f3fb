package dev.deckhand.check;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Whether the status of an object is about its current spec.
 *
 * <p>When a spec changes, the API server raises {@code metadata.generation} at once, but the status
 * stays the old one until the controller has looked. {@code status.observedGeneration}, and that of
 * each condition, tell which generation the status is about. An older status proves nothing.
 *
 * <p>Source: Kubernetes API conventions, "observedGeneration".
 */
final class StatusFreshness {
  private static final String STATUS = "status";

  private final Set<String> words;
  private final boolean readsStatus;
  private final DataPattern.Shape withoutStatus;

  StatusFreshness(DataPattern.Shape pattern) {
    this.words = pattern.words();
    this.readsStatus =
        pattern.fields().containsKey(STATUS)
            || pattern.allExpressions().stream().anyMatch(StatusFreshness::readsStatus);
    this.withoutStatus = withoutStatus(pattern);
  }

  /** The part of the pattern that holds or fails whatever the status is. */
  DataPattern.Shape withoutStatus() {
    return withoutStatus;
  }

  /** Whether the pattern reads a status that is older than the object; false if no one can tell. */
  boolean isStale(DataNode object) {
    return readsStatus
        && object.at("metadata", "generation") instanceof DataNode.Numeral(BigDecimal generation)
        && (isOlder(object.at(STATUS), generation)
            || conditions(object).stream().anyMatch(one -> isOlder(one, generation)));
  }

  private static boolean isOlder(DataNode part, BigDecimal generation) {
    return part.at("observedGeneration") instanceof DataNode.Numeral(BigDecimal observed)
        && observed.compareTo(generation) < 0;
  }

  /** The conditions that the pattern names; all of them if it reads conditions but names none. */
  private List<DataNode> conditions(DataNode object) {
    if (!words.contains("conditions")
        || !(object.at(STATUS, "conditions") instanceof DataNode.Items(var all))) {
      return List.of();
    }
    List<DataNode> named =
        all.stream().filter(one -> words.contains(one.at("type").text())).toList();
    return named.isEmpty() ? all : named;
  }

  private static boolean readsStatus(DataPattern.Expression expression) {
    return expression.words().contains(STATUS);
  }

  private static DataPattern.Shape withoutStatus(DataPattern.Shape pattern) {
    var fields = new LinkedHashMap<>(pattern.fields());
    fields.remove(STATUS);
    fields.replaceAll((_, value) -> withoutStatusExpressions(value));
    List<DataPattern.Expression> expressions =
        pattern.expressions().stream().filter(one -> !readsStatus(one)).toList();
    return new DataPattern.Shape(fields, expressions, pattern.place());
  }

  /** Expressions read the status from anywhere in the object, as {@code object.status}. */
  private static DataPattern withoutStatusExpressions(DataPattern pattern) {
    if (pattern.allExpressions().stream().noneMatch(StatusFreshness::readsStatus)) {
      return pattern;
    }
    return switch (pattern) {
      case DataPattern.Shape(var fields, var expressions, var place) -> {
        var rest = new LinkedHashMap<>(fields);
        rest.replaceAll((_, value) -> withoutStatusExpressions(value));
        yield new DataPattern.Shape(
            rest, expressions.stream().filter(one -> !readsStatus(one)).toList(), place);
      }
      case DataPattern.Elements(var elements, var place) ->
          new DataPattern.Elements(
              elements.stream().map(StatusFreshness::withoutStatusExpressions).toList(), place);
      case DataPattern.Scalar _, DataPattern.Missing _ -> pattern;
    };
  }
}
