package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ManifestTemplate;
import dev.deckhand.lab.kube.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The namespace of one learner in a shared cluster, with what bounds it, and the learner's account.
 *
 * @param name of both
 */
record SeatNamespace(KubeApi api, String name) {

  /** Of the namespaces of learners; see {@code seat.yaml}. */
  private static final String LABEL = "dev.deckhand/seat";

  private static final String NAMESPACES = "/api/v1/namespaces";
  private static final String ACCOUNTS = "/api/v1/namespaces/deckhand-accounts/serviceaccounts";

  /** Longer than any workshop. The account is removed with the namespace. */
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(30);

  /** A learner who asks for processors that others need gets no more than this. */
  private static final int MIN_MILLI_CPU = 50;

  /** Creates what all learners of a cluster need. */
  static void prepare(KubeApi api) {
    ManifestTemplate.of(ConfiningPolicies.resource("class.yaml")).create(api);
  }

  /**
   * Creates it, and waits until Pods are admitted to it.
   *
   * @param milliCpu the learner's share of the machine, in thousandths of a processor
   */
  void create(int milliCpu) throws InterruptedException {
    String manifest =
        ConfiningPolicies.resource("seat.yaml")
            .replace("NAMESPACE", name)
            .replace("CPU", Integer.toString(Math.max(milliCpu, MIN_MILLI_CPU)));
    ManifestTemplate.of(manifest).create(api);
    ClusterStarter.makeNamespace(api, name);
  }

  /** Whether an object in such a namespace is one that all of them have. */
  static boolean isOurs(ClusterInventory.Entry entry) {
    return entry.kind().kind().equals("Namespace") || entry.metadata("name").startsWith("deckhand");
  }

  /**
   * The namespaces of all learners of a cluster, also those that are being removed.
   *
   * @throws dev.deckhand.lab.api.ApiException if the cluster doesn't say
   */
  static List<String> names(KubeApi api) {
    var names = new ArrayList<String>();
    String query = "?labelSelector=" + ResourceKind.urlEncode(LABEL + "=true");
    for (JsonNode namespace : api.get(NAMESPACES + query).path("items")) {
      names.add(namespace.path("metadata").path("name").asText());
    }
    return names;
  }

  /** As it is now, also while it is being removed; empty if it's gone. */
  Optional<JsonNode> find() {
    return api.find(NAMESPACES + "/" + name);
  }

  /** Whether it exists and isn't being removed. */
  boolean exists() {
    return find().filter(found -> !isBeingRemoved(found)).isPresent();
  }

  private static boolean isBeingRemoved(JsonNode namespace) {
    return namespace.path("metadata").has("deletionTimestamp");
  }

  /** A new token of the learner's account. */
  String token() {
    ObjectNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("apiVersion", "authentication.k8s.io/v1")
            .put("kind", "TokenRequest");
    request.putObject("spec").put("expirationSeconds", TOKEN_LIFETIME.toSeconds());
    return KubeApi.await(api.send("POST", ACCOUNTS + "/" + name + "/token", request))
        .path("status")
        .path("token")
        .asText();
  }

  /**
   * Removes the account at once, and tells the cluster to remove the namespace, unless it does so
   * already.
   *
   * @throws dev.deckhand.lab.api.ApiException if the cluster refuses
   */
  void remove() {
    delete(ACCOUNTS + "/" + name);
    if (exists()) {
      delete(NAMESPACES + "/" + name);
    }
  }

  private void delete(String path) {
    ApiError.orEmpty(() -> KubeApi.await(api.send("DELETE", path, null)));
  }
}
