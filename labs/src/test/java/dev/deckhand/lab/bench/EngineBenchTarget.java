package dev.deckhand.lab.bench;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.MeasuredDockerHttpClient;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.observe.engine.DockerObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Containers of an engine, made and not started, whose restart policy changes. */
final class EngineBenchTarget implements BenchTarget {

  private final EngineApi writer;
  private final EngineApi api;
  private final TrafficRecorder traffic = new TrafficRecorder();
  private final HostStats stats;
  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

  EngineBenchTarget(EngineAddress address, HostStats stats) {
    this.writer = EngineApi.at(address);
    this.api = MeasuredDockerHttpClient.at(address, traffic);
    this.stats = stats;
  }

  @Override
  public String label() {
    return "Docker";
  }

  @Override
  public String document(int object) {
    return """
    apiVersion: docker/v1
    kind: Container
    metadata: {name: %s}
    HostConfig: {RestartPolicy: {Name: always}}
    (self.HostConfig.RestartPolicy.Name == "always"): true
    """
        .formatted(BenchTarget.name(object));
  }

  @Override
  public void make(int objects) {
    for (int object = 0; object < objects; object++) {
      writer.post(
          "/containers/create?name=" + BenchTarget.name(object),
          Map.of("Image", "busybox:1.37", "Cmd", List.of("sleep", "600")));
    }
  }

  @Override
  public CompletableFuture<Long> setState(int object, boolean on) {
    var policy = Map.of("RestartPolicy", Map.of("Name", on ? "always" : "no"));
    return CompletableFuture.supplyAsync(
        () -> {
          writer.post("/containers/" + BenchTarget.name(object) + "/update", policy);
          return System.nanoTime();
        },
        writers);
  }

  @Override
  public Observation look(Subject subject) {
    return new DockerObserver(api).observe((DockerObject) subject);
  }

  @Override
  public Observers observers() {
    return Observers.local().add(DockerObject.class, new DockerObserver(api)).build();
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
    writers.close();
    api.close();
    writer.close();
  }
}
