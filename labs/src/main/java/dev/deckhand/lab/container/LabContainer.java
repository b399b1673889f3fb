package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineExec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.containers.GenericContainer;

/** A running container of a lab. Closing removes it with its volumes. */
public final class LabContainer implements AutoCloseable {

  /** A container that is being made is made to the end before it can be removed again. */
  private static final int STOP_TIMEOUT_SECONDS = 30;

  private static final int LOG_LINES = 3;

  private final HostEngine host;
  private final ContainerMonitor monitor;
  private final String id;

  private LabContainer(HostEngine host, ContainerMonitor containerMonitor, String id) {
    this.host = host;
    this.monitor = containerMonitor;
    this.id = id;
  }

  /**
   * Starts a container and waits until it is ready. Interrupting removes it again.
   *
   * @throws LabFault if it does not start, or dies before it is ready
   */
  public static LabContainer start(
      ContainerContext context, ContainerSpec containerSpec, GenericContainer<?> container)
      throws InterruptedException {
    var end = new CompletableFuture<Void>();
    HostEngine host = context.host();
    ContainerMonitor containerMonitor = context.monitor();
    prepare(context, containerSpec, container);
    container.setWaitStrategy(
        new ReadinessWaitStrategy(target -> {
          String id = container.getContainerId();
          containerMonitor.watch(
              id, death -> end.completeExceptionally(withLastLog(host, id, death)));
          containerSpec.readiness().await(new ReadinessWait(id, end));
        }));
    // Testcontainers does not take an interrupt well: it goes to a thread that it never reaches
    var starting = new FutureTask<String>(() -> startAndGetId(container));
    Thread.ofVirtual().name("start-" + containerSpec.displayName()).start(starting);
    try {
      return new LabContainer(host, containerMonitor, starting.get());
    } catch (InterruptedException stopped) {
      end.completeExceptionally(new CancellationException("nobody waits any more"));
      stopWhenStarted(starting, container);
      throw stopped;
    } catch (ExecutionException failed) {
      throw startFault(host, containerSpec, Objects.requireNonNull(failed.getCause()));
    }
  }

  /** Takes over a container that an earlier process of the session started; empty if it died. */
  public static Optional<LabContainer> adopt(ContainerContext context, String id) {
    try {
      JsonNode container = context.host().api().get("/containers/" + id + "/json");
      boolean ours =
          container
              .path("Config")
              .path("Labels")
              .path(SessionFolder.LABEL)
              .asText()
              .equals(context.folder().id());
      return ours && container.path("State").path("Running").asBoolean()
          ? Optional.of(new LabContainer(context.host(), context.monitor(), id))
          : Optional.empty();
    } catch (ApiError gone) {
      return Optional.empty();
    }
  }

  /** What it wrote last says why, and is gone with the container. */
  private static LabFault withLastLog(HostEngine host, String id, LabFault death) {
    try {
      String said = EngineExec.logs(host.api(), id, LOG_LINES).strip();
      return new LabFault(death.kind(), death.problem() + " It last said: " + said, death.remedy());
    } catch (ApiException nothing) {
      return death;
    }
  }

  private static String startAndGetId(GenericContainer<?> container) {
    container.start();
    return container.getContainerId();
  }

  private static void stopWhenStarted(FutureTask<String> starting, GenericContainer<?> container) {
    try {
      starting.get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      container.stop();
    } catch (ExecutionException | TimeoutException | InterruptedException notThere) {
      // the sweep by label that follows an interrupted start takes what is left
    }
  }

  private static void prepare(
      ContainerContext context, ContainerSpec containerSpec, GenericContainer<?> container) {
    container.setImage(container.getImage().withImagePullPolicy(image -> false));
    container.setExposedPorts(
        containerSpec.port() == null ? List.of() : List.of(containerSpec.port()));
    // Testcontainers pulls an image to find out whether it may mount; told at creation, it does not
    container.setBinds(List.of());
    container.withLabels(context.labels());
    container.withCreateContainerCmdModifier(create -> applyBindsAndPort(containerSpec, create));
  }

  /** Publishes on loopback alone: by itself Testcontainers publishes to the whole network. */
  private static void applyBindsAndPort(ContainerSpec containerSpec, CreateContainerCmd create) {
    HostConfig config = Objects.requireNonNull(create.getHostConfig());
    config.withBinds(containerSpec.binds().toArray(new com.github.dockerjava.api.model.Bind[0]));
    if (containerSpec.port() != null) {
      ExposedPort port = ExposedPort.tcp(containerSpec.port());
      create.withExposedPorts(port);
      config.withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), port));
    }
  }

  private static LabFault startFault(
      HostEngine host, ContainerSpec containerSpec, Throwable failure) {
    String words = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LabFault fault) {
        return fault.kind() == LabFault.Kind.LOST
            ? notStartedFault(containerSpec, fault.problem(), failure)
            : fault;
      }
      words = String.valueOf(cause.getMessage());
      if (words.contains("no space left on device")) {
        return new LabFault(
            LabFault.Kind.NO_SPACE,
            "The "
                + containerSpec.displayName()
                + " did not start: the disk that Docker uses is full.",
            "Free some space, for instance with: docker system prune",
            failure);
      }
    }
    if (failure instanceof ApiUnavailable gone) {
      return HostEngine.unreachableFault(host.api().address(), gone);
    }
    return notStartedFault(containerSpec, words, failure);
  }

  private static LabFault notStartedFault(
      ContainerSpec containerSpec, String why, Throwable failure) {
    return new LabFault(
        LabFault.Kind.NOT_STARTED,
        "The " + containerSpec.displayName() + " did not start. " + why,
        "Run: deckhand doctor",
        failure);
  }

  public String id() {
    return id;
  }

  /** The name of the image that it was made of, as it was asked for. */
  public String image() {
    return host.api().get("/containers/" + id + "/json").path("Config").path("Image").asText();
  }

  public HostEngine host() {
    return host;
  }

  /** Returns the port on 127.0.0.1 that leads to a port in the container. */
  public int port(int inside) {
    return host.api()
        .get("/containers/" + id + "/json")
        .path("NetworkSettings")
        .path("Ports")
        .path(inside + "/tcp")
        .path(0)
        .path("HostPort")
        .asInt();
  }

  /** Runs a command in it and waits for the end. */
  public EngineExec run(String... command) {
    return EngineExec.run(host.api(), id, List.of(command));
  }

  /** Calls back once if it dies before it is closed. */
  public void onDeath(java.util.function.Consumer<LabFault> listener) {
    monitor.watch(id, listener);
  }

  @Override
  public void close() {
    monitor.unwatch(id);
    try {
      ContainerRemoval.remove(host.api(), id);
    } catch (ApiException beyondReach) {
      // the sweep at the next start takes it
    }
  }
}
