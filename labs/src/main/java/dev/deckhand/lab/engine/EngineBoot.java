package dev.deckhand.lab.engine;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.container.Berth;
import dev.deckhand.lab.container.Keepsake;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.container.Plan;
import dev.deckhand.lab.container.Waiting;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.image.EngineStore;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lab.image.Shipment;
import dev.deckhand.lab.xray.CallTap;
import dev.deckhand.lab.xray.EngineRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts a private engine.
 *
 * @param image the engine's own image, as the machine's engine has it
 * @param overTls whether it listens on loopback with keys instead of on a socket in the session's
 *     folder; for a desktop's virtual machine, which shares no sockets
 * @param clock for what is written down of the learner's calls
 */
public record EngineBoot(Berth berth, HostImage image, boolean overTls, Clock clock) {

  /** The engine's own socket in the session's folder; the learner's door to it is another. */
  private static final String OWN_SOCKET = "dockerd.sock";

  private static final String LEARNERS_SOCKET = "docker.sock";

  private static final int TLS_PORT = 2376;
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** Starts it, gives it its images, and returns it ready. */
  public PrivateEngine open(Preload preload, List<HostImage> cargo, BootProgress progress)
      throws InterruptedException {
    String step = "Start the engine";
    long began = System.nanoTime();
    progress.began(step);
    prepareFolders(berth.room());
    try (Shipment shipment = preload.pack(cargo)) {
      LabContainer container = overTls ? startOverTls() : startOnSocket();
      progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
      EngineApi api = EngineApi.at(addressOf(container));
      try {
        shipment.into(new EngineStore(api), progress);
        var ready = EngineState.of(api);
        memory().keep(new Memory(container.id(), ready));
        return engine(container, api, preload, cargo, ready);
      } catch (RuntimeException failure) {
        container.close();
        api.close();
        throw failure;
      }
    }
  }

  /** The learner's own door, where what goes through it is noted; keys let nobody listen in. */
  private Optional<CallTap> tap() {
    Path engine = berth.room().engine();
    return overTls
        ? Optional.empty()
        : CallTap.open(engine.resolve(LEARNERS_SOCKET), engine.resolve(OWN_SOCKET), clock);
  }

  /**
   * The way to the same engine past the learner's door: for what looks at the engine in Deckhand's
   * name.
   */
  public static String beyondTheDoor(String dockerHost) {
    return dockerHost.endsWith("/" + LEARNERS_SOCKET)
        ? dockerHost.substring(0, dockerHost.length() - LEARNERS_SOCKET.length()) + OWN_SOCKET
        : dockerHost;
  }

  /** Takes over the engine that an earlier process of this session started; empty if it died. */
  public Optional<PrivateEngine> adopt(Preload preload, List<HostImage> cargo) {
    Optional<Memory> memory = memory().recall();
    Optional<LabContainer> found =
        memory
            .flatMap(known -> LabContainer.found(berth, known.container()))
            .filter(container -> container.image().equals(image.tag()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    EngineApi api = EngineApi.at(addressOf(found.get()));
    try {
      api.ping(ANSWER);
      return Optional.of(engine(found.get(), api, preload, cargo, memory.orElseThrow().ready()));
    } catch (EngineGone | EngineRefusal dead) {
      api.close();
      return Optional.empty();
    }
  }

  private PrivateEngine engine(
      LabContainer container,
      EngineApi api,
      Preload preload,
      List<HostImage> cargo,
      EngineState ready) {
    Optional<CallTap> tap = tap();
    EngineAddress door = tap.map(open -> EngineAddress.socket(open.socket())).orElse(api.address());
    var recorder = new EngineRecorder(api, berth.host(), tap.orElse(null), clock);
    return new PrivateEngine(container, api, environment(door), preload, cargo, ready, recorder);
  }

  private Keepsake<Memory> memory() {
    return new Keepsake<>(berth.room().root().resolve("engine.json"), Memory.class);
  }

  /** What is to be known of an engine that was ready. */
  record Memory(String container, EngineState ready) {}

  private LabContainer startOnSocket() throws InterruptedException {
    SessionRoom room = berth.room();
    var container = container();
    container.withCommand(
        "dockerd", "--host=unix:///run/deckhand/" + OWN_SOCKET, "--group=" + owner("gid"));
    container
        .withEnv("DECKHAND_SOCKET_UID", owner("uid"))
        .withEnv("DECKHAND_SOCKET_GID", owner("gid"));
    container.withEnv("DOCKER_TLS_CERTDIR", "");
    var binds = List.of(new Bind(room.engine().toString(), new Volume("/run/deckhand")));
    return LabContainer.start(
        berth, new Plan("engine", binds, null, waiting -> awaitSocket(waiting)), container);
  }

  private LabContainer startOverTls() throws InterruptedException {
    var container = container();
    container.withEnv("DOCKER_TLS_CERTDIR", "/certs");
    return LabContainer.start(
        berth, new Plan("engine", List.of(), TLS_PORT, waiting -> awaitTls(waiting)), container);
  }

  private GenericContainer<?> container() {
    var name = DockerImageName.parse(image.tag()).asCompatibleSubstituteFor("docker");
    return new GenericContainer<>(name).withPrivilegedMode(true);
  }

  private void awaitSocket(Waiting waiting) throws InterruptedException, TimeoutException {
    try (EngineApi api = EngineApi.at(socket())) {
      awaitPing(waiting, api);
    }
  }

  private void awaitTls(Waiting waiting) throws InterruptedException, TimeoutException {
    var keys = new ClientKeys(berth.host().api(), waiting.container(), certificates());
    for (long end = System.nanoTime() + LIMIT.toNanos(); !keys.fetch(); ) {
      waiting.pause(BETWEEN_LOOKS);
      if (System.nanoTime() > end) {
        throw new TimeoutException("no keys");
      }
    }
    try (EngineApi api = EngineApi.at(tls(keys.port(TLS_PORT)))) {
      awaitPing(waiting, api);
    }
  }

  private static void awaitPing(Waiting waiting, EngineApi api)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      try {
        api.ping(ANSWER);
        return;
      } catch (EngineGone | EngineRefusal notYet) {
        waiting.pause(BETWEEN_LOOKS);
      }
    }
    throw new TimeoutException("no answer from " + api.address());
  }

  private EngineAddress addressOf(LabContainer container) {
    return overTls ? tls(container.port(TLS_PORT)) : socket();
  }

  private EngineAddress socket() {
    return EngineAddress.socket(berth.room().engine().resolve(OWN_SOCKET));
  }

  private EngineAddress tls(int port) {
    return new EngineAddress(java.net.URI.create("tcp://127.0.0.1:" + port), certificates());
  }

  private Path certificates() {
    return berth.room().engine().resolve("keys");
  }

  private Map<String, String> environment(EngineAddress address) {
    var environment = new HashMap<String, String>();
    environment.put("DOCKER_HOST", address.toString());
    environment.put("DOCKER_CONFIG", berth.room().dockerConfig().toString());
    environment.put("DOCKER_CONTEXT", "");
    if (overTls) {
      environment.put("DOCKER_TLS_VERIFY", "1");
      environment.put("DOCKER_CERT_PATH", certificates().toString());
    }
    return environment;
  }

  private String owner(String which) {
    try {
      return String.valueOf(Files.getAttribute(berth.room().root(), "unix:" + which));
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  private static void prepareFolders(SessionRoom room) {
    try {
      Files.createDirectories(room.engine());
      Files.createDirectories(room.dockerConfig());
      Files.createDirectories(room.workspace());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
