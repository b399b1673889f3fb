package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ManifestTemplate;
import java.time.Duration;

/**
 * The namespace of one learner in a shared cluster, with what bounds it, and the learner's account.
 *
 * @param name of both
 */
record SeatNamespace(KubeApi api, String name) {

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

  /** Whether it exists and isn't being removed. */
  boolean exists() {
    return api.find("/api/v1/namespaces/" + name)
        .filter(found -> !found.path("metadata").has("deletionTimestamp"))
        .isPresent();
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

  /** Removes the account at once, and lets the cluster remove the namespace. */
  void remove() {
    for (String path : new String[] {ACCOUNTS + "/" + name, "/api/v1/namespaces/" + name}) {
      ApiError.ignoring(() -> KubeApi.await(api.send("DELETE", path, null)));
    }
  }
}
