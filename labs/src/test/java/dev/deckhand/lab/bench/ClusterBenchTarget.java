package dev.deckhand.lab.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.MeasuredKubeInterceptor;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.observe.cluster.ClusterReader;
import dev.deckhand.lab.observe.cluster.KubernetesObserver;
import dev.deckhand.lab.start.RealLabsExtension;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** ConfigMaps of a cluster, about as large as a Deployment is. */
final class ClusterBenchTarget implements BenchTarget {

  private static final String MAPS =
      "/api/v1/namespaces/" + RealLabsExtension.NAMESPACE + "/configmaps";
  private static final int PADDING_BYTES = 2000;

  private final KubeApi writer;
  private final KubeApi api;
  private final TrafficRecorder traffic = new TrafficRecorder();
  private final ClusterReader reader;
  private final HostStats stats;

  ClusterBenchTarget(String kubeconfig, HostStats stats) {
    this.writer = KubeApi.of(kubeconfig);
    this.api = MeasuredKubeInterceptor.of(kubeconfig, traffic);
    this.reader = new ClusterReader(api, new Discovery(api), RealLabsExtension.NAMESPACE);
    this.stats = stats;
  }

  @Override
  public String label() {
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
        .formatted(BenchTarget.name(object));
  }

  @Override
  public void make(int objects) {
    for (int object = 0; object < objects; object++) {
      ObjectNode map = state(false);
      map.put("apiVersion", "v1").put("kind", "ConfigMap");
      map.putObject("metadata").put("name", BenchTarget.name(object));
      map.withObject("/data").put("ballast", "x".repeat(PADDING_BYTES));
      KubeApi.await(writer.send("POST", MAPS, map));
    }
  }

  private static ObjectNode state(boolean on) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    map.putObject("data").put("state", on ? "on" : "off");
    return map;
  }

  @Override
  public CompletableFuture<Long> setState(int object, boolean on) {
    return writer
        .send("PATCH", MAPS + "/" + BenchTarget.name(object), state(on))
        .thenApply(_ -> System.nanoTime());
  }

  @Override
  public Observation look(Subject subject) {
    return reader.observe((KubernetesObject) subject);
  }

  @Override
  public Observers observers() {
    return Observers.local()
        .add(KubernetesObject.class, new KubernetesObserver(reader, Duration.ofSeconds(5)))
        .build();
  }

  @Override
  public TrafficRecorder traffic() {
    return traffic;
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
