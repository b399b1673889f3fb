package dev.deckhand.check;

import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.FieldPath;
import dev.deckhand.check.pattern.Mismatch;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the Pods that a workload counts as ready are those of its current template.
 *
 * <p>{@code status.readyReplicas} and the condition {@code Available} count Pods of older templates
 * too. A document that reads a field of the template and readiness asks for the readiness of that
 * template, so its roll-out must be complete: updated, present, ready and wanted Pods agree. A
 * document that reads the signs of a roll-out under way or stuck means that, and is left alone.
 *
 * <p>A Job's template cannot change. A ReplicaSet never replaces its Pods and does not say which
 * template they are of, so there only the numbers are compared.
 */
public final class RolloutCompleteness {
  private static final Set<String> READY_COUNTS =
      Set.of("readyReplicas", "availableReplicas", "numberReady", "numberAvailable");
  private static final String AVAILABLE = "Available";

  /** Fields and conditions of a roll-out that is not complete. */
  private static final Set<String> UNDER_WAY =
      Set.of("unavailableReplicas", "numberUnavailable", "Progressing", "ReplicaFailure");

  private static final Set<String> UPDATED_COUNTS =
      Set.of("updatedReplicas", "updatedNumberScheduled");

  private final Workload workload;
  private final Set<String> words;

  private RolloutCompleteness(Workload workload, Set<String> words) {
    this.workload = workload;
    this.words = words;
  }

  /** Returns the rule for a document; empty if it does not ask for the readiness of a template. */
  static Optional<RolloutCompleteness> of(Expectation expectation) {
    Set<String> words = expectation.pattern().words();
    return readsReadiness(words) && words.contains("template")
        ? Workload.of(expectation.subject()).map(one -> new RolloutCompleteness(one, words))
        : Optional.empty();
  }

  /**
   * Whether a document reads how many Pods of a workload are ready, but neither its template nor
   * how many are updated: Pods of older templates then count too.
   */
  public static boolean ignoresTemplate(Expectation expectation) {
    Set<String> words = expectation.pattern().words();
    return readsReadiness(words)
        && !words.contains("template")
        && Collections.disjoint(words, UPDATED_COUNTS)
        && Workload.of(expectation.subject()).isPresent();
  }

  private static boolean readsReadiness(Set<String> words) {
    return (words.contains(AVAILABLE) || !Collections.disjoint(words, READY_COUNTS))
        && Collections.disjoint(words, UNDER_WAY);
  }

  /**
   * Returns the first number that keeps the roll-out from being complete. Empty as well if nothing
   * is ready: a document that matches then asks for that.
   */
  Optional<Mismatch> missing(DataNode object) {
    boolean someReady =
        words.contains(AVAILABLE)
            ? isAvailable(object)
            : READY_COUNTS.stream().anyMatch(name -> number(object, name).signum() > 0);
    if (!someReady) {
      return Optional.empty();
    }
    BigDecimal wanted =
        workload == Workload.DAEMON_SET
            ? number(object, "desiredNumberScheduled")
            : replicas(object);
    return workload.agreeing().stream()
        .filter(name -> !isReached(object, name, wanted))
        .map(name ->
            new Mismatch(
                FieldPath.ROOT.field("status").field(name),
                new DataNode.Numeral(number(object, name)).text(),
                new DataNode.Numeral(wanted).text() + ", when the roll-out is complete"))
        .findFirst();
  }

  /** A StatefulSet with a partition leaves the Pods below it as they are. */
  private boolean isReached(DataNode object, String name, BigDecimal wanted) {
    BigDecimal actual = number(object, name);
    boolean isPartitioned =
        workload == Workload.STATEFUL_SET
            && name.equals("updatedReplicas")
            && object.at("spec", "updateStrategy", "rollingUpdate", "partition")
                instanceof DataNode.Numeral(var partition)
            && actual.compareTo(wanted.subtract(partition)) >= 0;
    return isPartitioned || actual.compareTo(wanted) == 0;
  }

  private static boolean isAvailable(DataNode object) {
    return object.at("status", "conditions") instanceof DataNode.Items(var conditions)
        && conditions.stream()
            .anyMatch(one ->
                one.at("type").text().equals(AVAILABLE) && one.at("status").text().equals("True"));
  }

  /** A count in the status; the API leaves out zeros. */
  private static BigDecimal number(DataNode object, String name) {
    return object.at("status", name) instanceof DataNode.Numeral(var count)
        ? count
        : BigDecimal.ZERO;
  }

  private static BigDecimal replicas(DataNode object) {
    return object.at("spec", "replicas") instanceof DataNode.Numeral(var wanted)
        ? wanted
        : BigDecimal.ONE;
  }

  /** The kinds that own Pods made from a template, with the numbers that must agree. */
  private enum Workload {
    DEPLOYMENT("Deployment"),
    STATEFUL_SET("StatefulSet"),
    DAEMON_SET("DaemonSet"),
    REPLICA_SET("ReplicaSet"),
    REPLICATION_CONTROLLER("ReplicationController");

    private final String kind;

    Workload(String kind) {
      this.kind = kind;
    }

    static Optional<Workload> of(Subject subject) {
      return subject instanceof Subject.KubernetesObject object && object.isBuiltIn()
          ? Stream.of(values()).filter(one -> one.kind.equals(object.kind())).findFirst()
          : Optional.empty();
    }

    List<String> agreeing() {
      return switch (this) {
        case DEPLOYMENT, STATEFUL_SET -> List.of("updatedReplicas", "replicas", "readyReplicas");
        case DAEMON_SET -> List.of("updatedNumberScheduled", "numberReady");
        case REPLICA_SET, REPLICATION_CONTROLLER -> List.of("replicas", "readyReplicas");
      };
    }
  }
}
