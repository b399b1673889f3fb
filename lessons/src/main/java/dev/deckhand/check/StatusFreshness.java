package dev.deckhand.check;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.math.BigDecimal;

/**
 * Whether an object's status tells of the object as it is now. After a change of the spec the API
 * server raises {@code metadata.generation} at once, but the status is the old one until its
 * controller has looked: {@code status.observedGeneration} says how far that is. Until then a
 * status proves nothing: five replicas that are ready may be those of the version before.
 *
 * <p>Source: Kubernetes API conventions, "observedGeneration".
 */
final class StatusFreshness {

  private StatusFreshness() {}

  /** Whether a pattern looks at the status at all. */
  static boolean readsStatus(DataPattern.Shape pattern) {
    return pattern.fields().containsKey("status")
        || pattern.allExpressions().stream()
            .anyMatch(expression -> expression.source().contains("status"));
  }

  /** Whether the status is older than the object; never for kinds that do not say. */
  static boolean isStale(DataNode object) {
    return object.at("metadata", "generation") instanceof DataNode.Numeral(BigDecimal now)
        && object.at("status", "observedGeneration") instanceof DataNode.Numeral(BigDecimal seen)
        && seen.compareTo(now) < 0;
  }
}
