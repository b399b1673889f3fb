package dev.deckhand.trace;

import dev.deckhand.check.pattern.DataNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An audit log, short to write; each entry a millisecond after the last. */
final class AuditLogFixture {

  static final Instant BEGAN = Instant.parse("2026-03-01T10:00:00Z");
  static final String KUBECTL = "system:admin";
  static final String DEPLOYMENTS = "system:serviceaccount:kube-system:deployment-controller";
  static final String REPLICASETS = "system:serviceaccount:kube-system:replicaset-controller";
  static final String GARBAGE = "system:serviceaccount:kube-system:generic-garbage-collector";
  static final String SLICES = "system:serviceaccount:kube-system:endpointslice-controller";
  static final String SCHEDULER = "system:kube-scheduler";
  static final String KUBELET = "system:node:deckhand";

  private final List<ActivityRecord> records = new ArrayList<>();
  private long millis;

  List<ActivityRecord> records() {
    return records;
  }

  /** The entries that come now are from before the command. */
  AuditLogFixture before() {
    millis = -1_000_000;
    return this;
  }

  /** The entries that come now are the command's, and after it. */
  AuditLogFixture now() {
    millis = 10;
    return this;
  }

  /** The next entry has the same time as the last. */
  AuditLogFixture sameTime() {
    millis--;
    return this;
  }

  AuditLogFixture entry(
      String user, String verb, String resource, String name, int status, DataNode became) {
    return entry(user, verb, resource, "shop", name, status, "", became);
  }

  AuditLogFixture entry(
      String user,
      String verb,
      String resource,
      String namespace,
      String name,
      int status,
      String why,
      DataNode became) {
    String[] parts = resource.split("/", 2);
    millis++;
    Instant at = BEGAN.plusMillis(millis);
    records.add(
        new ActivityRecord.ApiRequest(
            "id-" + records.size(),
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
  AuditLogFixture event(String user, String type, String reason, String kind, String name) {
    var event =
        DataNode.of(
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
  static DataNode object(
      String kind, String name, Map<String, Object> spec, Map<String, Object> status) {
    return DataNode.of(
        Map.of("kind", kind, "metadata", Map.of("name", name), "spec", spec, "status", status));
  }

  /** An object that belongs to another. */
  static DataNode owned(
      String kind,
      String name,
      String ownerKind,
      String owner,
      Map<String, Object> spec,
      Map<String, Object> status) {
    var reference = Map.of("kind", ownerKind, "name", owner, "controller", true);
    return DataNode.of(
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

  static DataNode deployment(int replicas, int ready) {
    return object(
        "Deployment", "web", Map.of("replicas", replicas), Map.of("readyReplicas", ready));
  }

  static DataNode replicaSet(String name, int replicas, int ready) {
    return owned(
        "ReplicaSet",
        name,
        "Deployment",
        "web",
        Map.of("replicas", replicas),
        Map.of("readyReplicas", ready));
  }

  static DataNode pod(String name, String owner, String phase) {
    return owned("Pod", name, "ReplicaSet", owner, Map.of(), Map.of("phase", phase));
  }

  /** A binding, as it is sent. */
  static DataNode binding(String node) {
    return DataNode.of(Map.of("kind", "Binding", "target", Map.of("name", node)));
  }

  Trace trace() {
    return trace(records);
  }

  static Trace trace(List<ActivityRecord> activityRecords) {
    return Trace.of(new TraceWindow("kubectl do", BEGAN, Instant.MAX), activityRecords);
  }

  /** All of {@code kubectl create deployment web} with one replica. */
  static AuditLogFixture creation() {
    return new AuditLogFixture()
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
