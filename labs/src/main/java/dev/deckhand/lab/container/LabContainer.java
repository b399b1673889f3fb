package dev.deckhand.lab.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.docker.Removal;
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
  private static final int SECONDS_TO_LET_GO = 30;

  private static final int LAST_LINES = 3;

  private final HostEngine host;
  private final Lifeline lifeline;
  private final String id;

  private LabContainer(HostEngine host, Lifeline lifeline, String id) {
    this.host = host;
    this.lifeline = lifeline;
    this.id = id;
  }

  /**
   * Starts a container and waits until it is ready. Interrupting removes it again.
   *
   * @throws LabFault if it does not start, or dies before it is ready
   */
  public static LabContainer start(Berth berth, Plan plan, GenericContainer<?> container)
      throws InterruptedException {
    var end = new CompletableFuture<Void>();
    HostEngine host = berth.host();
    Lifeline lifeline = berth.lifeline();
    prepare(berth, plan, container);
    container.setWaitStrategy(
        new ReadyWhen(target -> {
          String id = container.getContainerId();
          lifeline.watch(id, death -> end.completeExceptionally(lastWords(host, id, death)));
          plan.readiness().await(new Waiting(id, end));
        }));
    // Testcontainers does not take an interrupt well: it goes to a thread that it never reaches
    var starting = new FutureTask<String>(() -> started(container));
    Thread.ofVirtual().name("start-" + plan.thing()).start(starting);
    try {
      return new LabContainer(host, lifeline, starting.get());
    } catch (InterruptedException stopped) {
      end.completeExceptionally(new CancellationException("nobody waits any more"));
      letGo(starting, container);
      throw stopped;
    } catch (ExecutionException failed) {
      throw fault(host, plan, Objects.requireNonNull(failed.getCause()));
    }
  }

  /** Takes over a container that an earlier process of the session started; empty if it died. */
  public static Optional<LabContainer> found(Berth berth, String id) {
    try {
      JsonNode container = berth.host().api().get("/containers/" + id + "/json");
      boolean ours =
          container
              .path("Config")
              .path("Labels")
              .path(SessionRoom.LABEL)
              .asText()
              .equals(berth.room().id());
      return ours && container.path("State").path("Running").asBoolean()
          ? Optional.of(new LabContainer(berth.host(), berth.lifeline(), id))
          : Optional.empty();
    } catch (EngineRefusal gone) {
      return Optional.empty();
    }
  }

  /** What it wrote last says why, and is gone with the container. */
  private static LabFault lastWords(HostEngine host, String id, LabFault death) {
    try {
      String said = EngineExec.logs(host.api(), id, LAST_LINES).strip();
      return new LabFault(death.kind(), death.what() + " It last said: " + said, death.next());
    } catch (EngineGone | EngineRefusal nothing) {
      return death;
    }
  }

  private static String started(GenericContainer<?> container) {
    container.start();
    return container.getContainerId();
  }

  private static void letGo(FutureTask<String> starting, GenericContainer<?> container) {
    try {
      starting.get(SECONDS_TO_LET_GO, TimeUnit.SECONDS);
      container.stop();
    } catch (ExecutionException | TimeoutException | InterruptedException notThere) {
      // the sweep by label that follows an interrupted start takes what is left
    }
  }

  private static void prepare(Berth berth, Plan plan, GenericContainer<?> container) {
    container.setImage(container.getImage().withImagePullPolicy(image -> false));
    container.setExposedPorts(plan.port() == null ? List.of() : List.of(plan.port()));
    // Testcontainers pulls an image to find out whether it may mount; told at creation, it does not
    container.setBinds(List.of());
    container.withLabels(berth.labels());
    container.withCreateContainerCmdModifier(create -> confine(plan, create));
  }

  /** Publishes on loopback alone: by itself Testcontainers publishes to the whole network. */
  private static void confine(Plan plan, CreateContainerCmd create) {
    HostConfig config = Objects.requireNonNull(create.getHostConfig());
    config.withBinds(plan.binds().toArray(new com.github.dockerjava.api.model.Bind[0]));
    if (plan.port() != null) {
      ExposedPort port = ExposedPort.tcp(plan.port());
      create.withExposedPorts(port);
      config.withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), port));
    }
  }

  private static LabFault fault(HostEngine host, Plan plan, Throwable failure) {
    String words = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LabFault fault) {
        return fault.kind() == LabFault.Kind.LOST ? notStarted(plan, fault.what(), failure) : fault;
      }
      words = String.valueOf(cause.getMessage());
      if (words.contains("no space left on device")) {
        return new LabFault(
            LabFault.Kind.NO_SPACE,
            "The " + plan.thing() + " did not start: the disk that Docker uses is full.",
            "Free some space, for instance with: docker system prune",
            failure);
      }
    }
    if (failure instanceof EngineGone gone) {
      return HostEngine.noEngine(host.api().address(), gone);
    }
    return notStarted(plan, words, failure);
  }

  private static LabFault notStarted(Plan plan, String why, Throwable failure) {
    return new LabFault(
        LabFault.Kind.NOT_STARTED,
        "The " + plan.thing() + " did not start. " + why,
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
    lifeline.watch(id, listener);
  }

  @Override
  public void close() {
    lifeline.release(id);
    try {
      Removal.ofContainer(host.api(), id);
    } catch (EngineGone | EngineRefusal beyondReach) {
      // the sweep at the next start takes it
    }
  }
}
