package dev.deckhand.trace;

import dev.deckhand.check.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An audit log, short to write; each entry a millisecond after the last. */
final class Log {

  static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");
  static final String KUBECTL = "system:admin";
  static final String DEPLOYMENTS = "system:serviceaccount:kube-system:deployment-controller";
  static final String REPLICASETS = "system:serviceaccount:kube-system:replicaset-controller";
  static final String GARBAGE = "system:serviceaccount:kube-system:generic-garbage-collector";
  static final String SLICES = "system:serviceaccount:kube-system:endpointslice-controller";
  static final String SCHEDULER = "system:kube-scheduler";
  static final String KUBELET = "system:node:deckhand";

  private final List<Clue> clues = new ArrayList<>();
  private long millis;

  List<Clue> clues() {
    return clues;
  }

  /** The entries that come now are from before the command. */
  Log before() {
    millis = -1_000_000;
    return this;
  }

  /** The entries that come now are the command's, and after it. */
  Log now() {
    millis = 10;
    return this;
  }

  /** The next entry has the same time as the last. */
  Log tie() {
    millis--;
    return this;
  }

  Log entry(String user, String verb, String resource, String name, int status, Node became) {
    return entry(user, verb, resource, "shop", name, status, "", became);
  }

  Log entry(
      String user,
      String verb,
      String resource,
      String namespace,
      String name,
      int status,
      String why,
      Node became) {
    String[] parts = resource.split("/", 2);
    millis++;
    Instant at = BEGAN.plusMillis(millis);
    clues.add(
        new Clue.Request(
            "id-" + clues.size(),
            user,
            user.equals(KUBECTL) ? "kubectl/v1.33.4 (linux/amd64) kubernetes/abc" : "part/v1",
            verb,
            parts[0],
            parts.length > 1 ? parts[1] : "",
            namespace,
            name,
            at,
            at.plusMillis(5),
            status,
            why,
            false,
            became,
            became));
    return this;
  }

  /** An event about a Pod. */
  Log event(String user, String type, String reason, String kind, String name) {
    var event =
        Node.of(
            Map.of(
                "kind",
                "Event",
                "type",
                type,
                "reason",
                reason,
                "message",
                "about " + name,
                "involvedObject",
                Map.of("kind", kind, "namespace", "shop", "name", name)));
    return entry(user, "create", "events", name + ".1", 201, event);
  }

  /** An object that belongs to nobody. */
  static Node object(
      String kind, String name, Map<String, Object> spec, Map<String, Object> status) {
    return Node.of(
        Map.of("kind", kind, "metadata", Map.of("name", name), "spec", spec, "status", status));
  }

  /** An object that belongs to another. */
  static Node owned(
      String kind,
      String name,
      String ownerKind,
      String owner,
      Map<String, Object> spec,
      Map<String, Object> status) {
    var reference = Map.of("kind", ownerKind, "name", owner, "controller", true);
    return Node.of(
        Map.of(
            "kind",
            kind,
            "metadata",
            Map.of("name", name, "ownerReferences", List.of(reference)),
            "spec",
            spec,
            "status",
            status));
  }

  static Node deployment(int replicas, int ready) {
    return object(
        "Deployment", "web", Map.of("replicas", replicas), Map.of("readyReplicas", ready));
  }

  static Node replicaSet(String name, int replicas, int ready) {
    return owned(
        "ReplicaSet",
        name,
        "Deployment",
        "web",
        Map.of("replicas", replicas),
        Map.of("readyReplicas", ready));
  }

  static Node pod(String name, String owner, String phase) {
    return owned("Pod", name, "ReplicaSet", owner, Map.of(), Map.of("phase", phase));
  }

  /** A binding, as it is sent. */
  static Node binding(String node) {
    return Node.of(Map.of("kind", "Binding", "target", Map.of("name", node)));
  }

  Trace trace() {
    return trace(clues);
  }

  static Trace trace(List<Clue> clues) {
    return Trace.of(new Window("kubectl do", BEGAN, Instant.MAX), clues);
  }

  /** All of {@code kubectl create deployment web} with one replica. */
  static Log creation() {
    return new Log()
        .now()
        .entry(KUBECTL, "create", "deployments", "web", 201, deployment(1, 0))
        .entry(DEPLOYMENTS, "create", "replicasets", "web-7d9", 201, replicaSet("web-7d9", 1, 0))
        .entry(REPLICASETS, "create", "pods", "", 201, pod("web-7d9-x", "web-7d9", "Pending"))
        .entry(SCHEDULER, "create", "pods/binding", "web-7d9-x", 201, binding("deckhand"))
        .event(KUBELET, "Normal", "Pulled", "Pod", "web-7d9-x")
        .event(KUBELET, "Normal", "Started", "Pod", "web-7d9-x")
        .entry(
            KUBELET,
            "patch",
            "pods/status",
            "web-7d9-x",
            200,
            pod("web-7d9-x", "web-7d9", "Running"))
        .entry(
            REPLICASETS,
            "update",
            "replicasets/status",
            "web-7d9",
            200,
            replicaSet("web-7d9", 1, 1))
        .entry(DEPLOYMENTS, "update", "deployments/status", "web", 200, deployment(1, 1));
  }
}
