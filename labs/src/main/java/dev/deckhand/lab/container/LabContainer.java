package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineExec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/** A running container of a lab. Closing removes it with its volumes. */
public final class LabContainer implements AutoCloseable {

  /** A container that is being created can only be removed afterwards. */
  private static final int STOP_TIMEOUT_SECONDS = 30;

  private static final int LOG_LINES = 3;

  private final HostEngine host;
  private final ContainerMonitor monitor;
  private final String id;

  private LabContainer(HostEngine host, ContainerMonitor monitor, String id) {
    this.host = host;
    this.monitor = monitor;
    this.id = id;
  }

  /**
   * Starts a container and waits until it is ready. An interrupt removes it again.
   *
   * @param container configured but for what the spec says; its Docker client is closed afterwards
   * @throws LabFault if it doesn't start, or dies before it is ready
   */
  public static LabContainer start(
      ContainerContext context, ContainerSpec spec, GenericContainer<?> container)
      throws InterruptedException {
    var end = new CompletableFuture<Void>();
    LabEngineStrategy.configure(context.host().api().address());
    configure(context, spec, container);
    container.setWaitStrategy(new ReadinessStrategy(context, spec, end));
    // docker-java's calls ignore interrupts: the start has a thread that isn't interrupted
    var starting =
        new FutureTask<LabContainer>(() -> {
          try (DockerClient _ = container.getDockerClient()) {
            container.start();
            return new LabContainer(context.host(), context.monitor(), container.getContainerId());
          }
        });
    Thread.ofVirtual().name("start-" + spec.displayName()).start(starting);
    try {
      return starting.get();
    } catch (InterruptedException stopped) {
      end.completeExceptionally(new CancellationException("the start was cancelled"));
      closeWhenStarted(starting);
      throw stopped;
    } catch (ExecutionException failed) {
      throw startFault(context.host(), spec, Objects.requireNonNull(failed.getCause()));
    }
  }

  /** Takes over a container that an earlier process of the session started; empty if it died. */
  public static Optional<LabContainer> adopt(ContainerContext context, String id) {
    var container = new LabContainer(context.host(), context.monitor(), id);
    try {
      JsonNode details = container.inspect();
      JsonNode session = details.path("Config").path("Labels").path(SessionFolder.LABEL);
      return session.asText().equals(context.folder().id())
              && details.path("State").path("Running").asBoolean()
          ? Optional.of(container)
          : Optional.empty();
    } catch (ApiError gone) {
      return Optional.empty();
    }
  }

  private static void closeWhenStarted(FutureTask<LabContainer> starting) {
    try {
      starting.get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS).close();
    } catch (ExecutionException | TimeoutException | InterruptedException notThere) {
      // the sweep by label that follows an interrupted start removes what is left
    }
  }

  private static void configure(
      ContainerContext context, ContainerSpec spec, GenericContainer<?> container) {
    container.withImagePullPolicy(_ -> false);
    container.setExposedPorts(spec.port() == null ? List.of() : List.of(spec.port()));
    container.setPortBindings(spec.portBindings());
    container.withLabels(context.labels());
    // it outlives this process, so that another one can take it over; sessions remove it
    container.withReuse(true);
    container.withCreateContainerCmdModifier(create -> configure(context, spec, create));
  }

  private static void configure(
      ContainerContext context, ContainerSpec spec, CreateContainerCmd create) {
    HostConfig config = Objects.requireNonNull(create.getHostConfig());
    context.limits().applyTo(config);
    // mounts, unlike binds, may have a colon in their path
    var mounts = new ArrayList<Mount>();
    spec.mounts()
        .forEach((folder, target) -> mounts.add(mount(MountType.BIND, folder.toString(), target)));
    spec.volumes().forEach((name, target) -> mounts.add(mount(MountType.VOLUME, name, target)));
    config.withMounts(mounts);
    if (!spec.entrypoint().isEmpty()) {
      create.withEntrypoint(spec.entrypoint());
    }
    // by its own tag, even if Testcontainers is configured to prefix a registry
    create.withImage(spec.image());
  }

  private static Mount mount(MountType type, String source, String target) {
    return new Mount().withType(type).withSource(source).withTarget(target);
  }

  private static LabFault startFault(HostEngine host, ContainerSpec spec, Throwable failure) {
    String message = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LabFault fault) {
        return fault.kind() == LabFault.Kind.LOST
            ? notStartedFault(spec, fault.problem(), failure)
            : fault;
      }
      message = String.valueOf(cause.getMessage());
      if (message.contains("no space left on device")) {
        return new LabFault(
            LabFault.Kind.NO_SPACE,
            "The " + spec.displayName() + " did not start: the disk that Docker uses is full.",
            "Free some space, for instance with: docker system prune",
            failure);
      }
    }
    if (failure instanceof ApiUnavailable gone) {
      return HostEngine.unreachableFault(host.api().address(), gone);
    }
    return notStartedFault(spec, message, failure);
  }

  private static LabFault notStartedFault(ContainerSpec spec, String why, Throwable failure) {
    return new LabFault(
        LabFault.Kind.NOT_STARTED,
        "The " + spec.displayName() + " did not start. " + why,
        "Run: deckhand doctor",
        failure);
  }

  public String id() {
    return id;
  }

  private JsonNode inspect() {
    return host.api().get("/containers/" + id + "/json");
  }

  /** The name of the image that it was created from, as it was given then. */
  public String image() {
    return inspect().path("Config").path("Image").asText();
  }

  public HostEngine host() {
    return host;
  }

  /** Returns the port on 127.0.0.1 that leads to a port in the container. */
  public int port(int inside) {
    JsonNode ports = inspect().path("NetworkSettings").path("Ports");
    return ports.path(inside + "/tcp").path(0).path("HostPort").asInt();
  }

  /** Runs a command in it and waits for its end. */
  public EngineExec run(String... command) {
    return EngineExec.run(host.api(), id, List.of(command));
  }

  /** Calls back once if it dies before it is closed. */
  public void onDeath(Consumer<LabFault> listener) {
    monitor.watch(id, listener);
  }

  @Override
  public void close() {
    monitor.unwatch(id);
    try {
      ContainerRemoval.remove(host.api(), id);
    } catch (ApiException unremovable) {
      // the sweep at the next start removes it
    }
  }

  /**
   * Adapts our readiness to Testcontainers. It uses events instead of polling once a second, and
   * ends when the container dies.
   */
  private record ReadinessStrategy(
      ContainerContext context, ContainerSpec spec, CompletableFuture<Void> end)
      implements WaitStrategy {

    @Override
    public void waitUntilReady(WaitStrategyTarget target) {
      var container = new LabContainer(context.host(), context.monitor(), target.getContainerId());
      container.onDeath(death -> end.completeExceptionally(container.withLastLog(death)));
      try {
        spec.readiness().await(new ReadinessWait(container, end));
      } catch (TimeoutException tooSlow) {
        throw new LabFault(
            LabFault.Kind.NOT_STARTED,
            "It was not ready in time.",
            "Run: deckhand doctor",
            tooSlow);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }

    @Override
    public WaitStrategy withStartupTimeout(Duration limit) {
      return this;
    }
  }

  /** Adds its last output, which tells why it died and is lost when it is removed. */
  private LabFault withLastLog(LabFault death) {
    try {
      String log = EngineExec.logs(host.api(), id, LOG_LINES).strip();
      return new LabFault(
          death.kind(), death.problem() + " Its last output: " + log, death.remedy());
    } catch (ApiException nothing) {
      return death;
    }
  }
}
