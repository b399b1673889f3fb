package dev.deckhand.lab.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.kube.Kinds;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.TappedKube;
import dev.deckhand.lab.observe.ClusterSight;
import dev.deckhand.lab.observe.ClusterWatch;
import dev.deckhand.lab.observe.Sightings;
import dev.deckhand.lab.start.RealLabs;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** ConfigMaps of a cluster, about as large as a Deployment is. */
final class ClusterPier implements Pier {

  private static final String MAPS = "/api/v1/namespaces/" + RealLabs.NAMESPACE + "/configmaps";
  private static final int BALLAST = 2000;

  private final KubeApi writer;
  private final KubeApi api;
  private final Wire wire = new Wire();
  private final ClusterSight sight;
  private final HostStats stats;

  ClusterPier(String kubeconfig, HostStats stats) {
    this.writer = KubeApi.of(kubeconfig);
    this.api = TappedKube.of(kubeconfig, wire);
    this.sight = new ClusterSight(api, new Kinds(api), RealLabs.NAMESPACE);
    this.stats = stats;
  }

  @Override
  public String word() {
    return "Kubernetes";
  }

  @Override
  public String document(int object) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: %s}
    data: {state: "on"}
    (self.data.state == "on"): true
    """
        .formatted(Pier.name(object));
  }

  @Override
  public void make(int objects) {
    for (int object = 0; object < objects; object++) {
      ObjectNode map = state(false);
      map.put("apiVersion", "v1").put("kind", "ConfigMap");
      map.putObject("metadata").put("name", Pier.name(object));
      map.withObject("/data").put("ballast", "x".repeat(BALLAST));
      KubeApi.await(writer.send("POST", MAPS, map));
    }
  }

  private static ObjectNode state(boolean on) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    map.putObject("data").put("state", on ? "on" : "off");
    return map;
  }

  @Override
  public CompletableFuture<Long> turn(int object, boolean on) {
    return writer
        .send("PATCH", MAPS + "/" + Pier.name(object), state(on))
        .thenApply(_ -> System.nanoTime());
  }

  @Override
  public Observation look(Subject subject) {
    return sight.look((KubernetesObject) subject);
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Sightings sightings) {
    ClusterWatch watch = ClusterWatch.of(sight, subjects, sightings, ClusterWatch.LONGEST_PAUSE);
    return watch::close;
  }

  @Override
  public Wire wire() {
    return wire;
  }

  @Override
  public long labCpu() {
    return stats.cpu();
  }

  @Override
  public void close() {
    api.close();
    writer.close();
  }
}
