package dev.deckhand.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.observe.JsonNodeConverter;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.observe.cluster.ClusterReader;
import dev.deckhand.lab.observe.cluster.KubernetesObserver;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares our watch of a kind with Fabric8's informer: the figures of {@code
 * docs/decisions/cluster-watch.md}. No build runs it.
 */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class InformerBench {
  private static final int OBJECTS = 500;
  private static final int CHANGES = 100;
  private static final int PADDING_BYTES = 2000;
  private static final String MAPS =
      "/api/v1/namespaces/" + RealLabsExtension.NAMESPACE + "/configmaps";

  private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();

  /** A way to watch all objects; tells the name and the state of each. */
  private interface Watcher {
    Watch start(BiConsumer<String, String> listener);
  }

  @Test
  void compare(SharedLabs labs) throws IOException, InterruptedException {
    String kubeconfig = Files.readString(labs.cluster().folder().kubeconfig());
    var watchers =
        Map.<String, Watcher>of(
            "ours", listener -> ours(kubeconfig, listener),
            "informer", listener -> informer(kubeconfig, listener));
    try (KubeApi writer = KubeApi.of(kubeconfig)) {
      for (int i = 0; i < OBJECTS; i++) {
        var _ = KubeApi.await(writer.send("POST", MAPS, map(i)));
      }
      for (int block = 0; block < 3; block++) {
        for (var watcher : watchers.entrySet()) {
          print(watcher.getKey(), block, measure(writer, watcher.getValue(), block));
        }
      }
    }
  }

  private static void print(String way, int block, String figures) {
    System.out.println("BENCH " + way + " block " + block + ": " + figures);
  }

  private String measure(KubeApi writer, Watcher watcher, int block) throws InterruptedException {
    long heap = usedHeap();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    long begin = System.nanoTime();
    List<CompletableFuture<Long>> all =
        IntStream.range(0, OBJECTS).mapToObj(i -> next(i, "*")).toList();
    try (Watch _ = watcher.start(this::told)) {
      all.forEach(one -> one.orTimeout(60, TimeUnit.SECONDS).join());
      long listed = System.nanoTime() - begin;
      long heapWatching = usedHeap();
      int threadsWatching = ManagementFactory.getThreadMXBean().getThreadCount();
      var latencies = new ArrayList<Long>();
      for (int i = 0; i < CHANGES; i++) {
        String state = block + "-" + i + "-" + System.nanoTime();
        CompletableFuture<Long> seen = next(i, state);
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("data").put("state", state);
        var _ = KubeApi.await(writer.send("PATCH", MAPS + "/" + BenchTarget.name(i), patch));
        long written = System.nanoTime();
        latencies.add(seen.orTimeout(60, TimeUnit.SECONDS).join() - written);
        Thread.sleep(5);
      }
      latencies.sort(null);
      return String.format(
          Locale.ROOT,
          "all told after %d ms, heap %+d KiB, threads %+d, change p50 %.2f ms, p95 %.2f ms",
          listed / 1_000_000,
          (heapWatching - heap) / 1024,
          threadsWatching - threads,
          latencies.get(CHANGES / 2) / 1e6,
          latencies.get(CHANGES * 95 / 100) / 1e6);
    }
  }

  private CompletableFuture<Long> next(int object, String state) {
    var future = new CompletableFuture<Long>();
    awaited.put(BenchTarget.name(object) + " " + state, future);
    return future;
  }

  private void told(String name, String state) {
    long now = System.nanoTime();
    for (String key : List.of(name + " *", name + " " + state)) {
      CompletableFuture<Long> waiting = awaited.remove(key);
      if (waiting != null) {
        waiting.complete(now);
      }
    }
  }

  private static Watch ours(String kubeconfig, BiConsumer<String, String> listener) {
    KubeApi api = KubeApi.of(kubeconfig);
    var reader = new ClusterReader(api, new Discovery(api), RealLabsExtension.NAMESPACE);
    Watch watch =
        Observers.local()
            .add(KubernetesObject.class, new KubernetesObserver(reader, Duration.ofSeconds(5)))
            .build()
            .watch(
                IntStream.range(0, OBJECTS)
                    .mapToObj(i -> LabObservations.object("v1", "ConfigMap", BenchTarget.name(i)))
                    .toList(),
                seen -> {
                  if (seen.observation() instanceof Observation.Snapshot(var objects)
                      && !objects.isEmpty()) {
                    listener.accept(
                        String.valueOf(seen.subject().name()),
                        objects.getFirst().at("data", "state").text());
                  }
                });
    return () -> {
      watch.close();
      api.close();
    };
  }

  private static Watch informer(String kubeconfig, BiConsumer<String, String> listener) {
    var json = new JsonMapper();
    var client =
        new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
    var maps =
        new ResourceDefinitionContext.Builder()
            .withVersion("v1")
            .withKind("ConfigMap")
            .withPlural("configmaps")
            .withNamespaced(true)
            .build();
    var informer =
        client
            .genericKubernetesResources(maps)
            .inNamespace(RealLabsExtension.NAMESPACE)
            .inform(
                new ResourceEventHandler<GenericKubernetesResource>() {
                  private void tell(GenericKubernetesResource map) {
                    JsonNode tree = json.valueToTree(map);
                    var node = JsonNodeConverter.toNode(tree);
                    listener.accept(map.getMetadata().getName(), node.at("data", "state").text());
                  }

                  @Override
                  public void onAdd(GenericKubernetesResource map) {
                    tell(map);
                  }

                  @Override
                  public void onUpdate(
                      GenericKubernetesResource old, GenericKubernetesResource map) {
                    tell(map);
                  }

                  @Override
                  public void onDelete(GenericKubernetesResource map, boolean unknown) {}
                });
    return () -> {
      informer.close();
      client.close();
    };
  }

  private static ObjectNode map(int object) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    map.put("apiVersion", "v1").put("kind", "ConfigMap");
    map.putObject("metadata").put("name", BenchTarget.name(object));
    map.putObject("data").put("state", "off").put("padding", "x".repeat(PADDING_BYTES));
    return map;
  }

  private static long usedHeap() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
