package dev.deckhand.lab.engine;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.container.ContainerSpec;
import dev.deckhand.lab.container.JsonStateFile;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.container.ReadinessWait;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.EngineImageStore;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageTransfer;
import dev.deckhand.lab.time.Deadline;
import dev.deckhand.lab.xray.EngineCallProxy;
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
import org.testcontainers.utility.DockerImageName;

/**
 * Starts a private engine.
 *
 * @param image the engine's own image on the machine's engine
 * @param overTls whether it listens on loopback with keys instead of on a socket in the session's
 *     folder; for a desktop's virtual machine, which shares no sockets
 * @param clock for the times in the record of the learner's calls
 */
public record EngineStarter(
    ContainerContext context, HostImage image, boolean overTls, Clock clock) {

  /** The engine's own socket in the session's folder. The learner uses {@link #LEARNER_SOCKET}. */
  private static final String ENGINE_SOCKET = "dockerd.sock";

  private static final String LEARNER_SOCKET = "docker.sock";

  private static final int TLS_PORT = 2376;
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(20);
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(2);

  /** Starts it, loads its images, and returns it when it is ready. */
  public DockerLab open(HostImages images, List<HostImage> lessonImages, BootProgress progress)
      throws InterruptedException {
    String step = "Start the engine";
    long began = System.nanoTime();
    progress.began(step);
    prepareFolders(context.folder());
    Optional<PreparedImages> prepared = preparedImages(lessonImages);
    boolean likely = prepared.isPresent() && prepared.get().create(context.host().api());
    try (ImageTransfer early = ImageTransfer.start(images, likely ? List.of() : lessonImages)) {
      LabContainer container = overTls ? startOverTls() : startOnSocket(prepared);
      progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
      EngineApi api = EngineApi.at(addressOf(container));
      try {
        if (!likely) {
          load(early, container, api, prepared, progress);
        } else if (!PreparedImages.hasAll(api, lessonImages)) {
          try (ImageTransfer late = ImageTransfer.start(images, lessonImages)) {
            load(late, container, api, prepared, progress);
          }
        }
        var ready = EngineBaseline.of(api);
        stateFile().write(new SavedEngine(container.id(), ready));
        return engine(container, api, images, lessonImages, ready);
      } catch (RuntimeException failure) {
        container.close();
        api.close();
        throw failure;
      }
    }
  }

  /** Loads the images, and keeps them for the next engine. */
  private static void load(
      ImageTransfer transfer,
      LabContainer container,
      EngineApi api,
      Optional<PreparedImages> prepared,
      BootProgress progress) {
    transfer.loadInto(new EngineImageStore(api), progress);
    if (prepared.isPresent() && PreparedImages.canBeFilledFrom(api)) {
      // without them, the next engine loads its images as this one did
      ApiError.ignoring(() -> container.run(PreparedImages.fillCommand().toArray(String[]::new)));
    }
  }

  /** Only our own image has a {@code cp} that keeps what a layer's files carry. */
  private Optional<PreparedImages> preparedImages(List<HostImage> lessonImages) {
    boolean own =
        image.tag().equals(DefaultImages.bundled().lab(DefaultImages.ENGINE).substitute());
    return own && !overTls && !lessonImages.isEmpty()
        ? Optional.of(PreparedImages.of(image, lessonImages))
        : Optional.empty();
  }

  /** Opens the proxy that records the learner's calls; with TLS there is none. */
  private Optional<EngineCallProxy> openProxy() {
    Path engine = context.folder().engine();
    return overTls
        ? Optional.empty()
        : EngineCallProxy.open(
            engine.resolve(LEARNER_SOCKET), engine.resolve(ENGINE_SOCKET), clock);
  }

  /**
   * Returns the address of the same engine that bypasses the recording proxy, for Deckhand's own
   * calls.
   */
  public static String unrecordedDockerHost(String dockerHost) {
    return dockerHost.endsWith("/" + LEARNER_SOCKET)
        ? dockerHost.substring(0, dockerHost.length() - LEARNER_SOCKET.length()) + ENGINE_SOCKET
        : dockerHost;
  }

  /** Takes over the engine that an earlier process of this session started; empty if it is gone. */
  public Optional<DockerLab> adopt(HostImages images, List<HostImage> lessonImages) {
    Optional<SavedEngine> savedEngine = stateFile().read();
    Optional<LabContainer> found =
        savedEngine
            .flatMap(known -> LabContainer.adopt(context, known.container()))
            .filter(container -> container.image().equals(image.tag()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    EngineApi api = EngineApi.at(addressOf(found.get()));
    try {
      api.ping(PING_TIMEOUT);
      return Optional.of(
          engine(found.get(), api, images, lessonImages, savedEngine.orElseThrow().ready()));
    } catch (ApiException dead) {
      api.close();
      return Optional.empty();
    }
  }

  private DockerLab engine(
      LabContainer container,
      EngineApi api,
      HostImages images,
      List<HostImage> lessonImages,
      EngineBaseline ready) {
    Optional<EngineCallProxy> proxy = openProxy();
    EngineAddress address =
        proxy.map(open -> EngineAddress.socket(open.socket())).orElse(api.address());
    var recorder = new EngineRecorder(api, context.host(), proxy.orElse(null), clock);
    return new DockerLab(
        container, api, environment(address), images, lessonImages, ready, recorder);
  }

  private JsonStateFile<SavedEngine> stateFile() {
    return new JsonStateFile<>(context.folder().root().resolve("engine.json"), SavedEngine.class);
  }

  /** What the next process needs to take over an engine that was ready. */
  record SavedEngine(String container, EngineBaseline ready) {}

  private LabContainer startOnSocket(Optional<PreparedImages> prepared)
      throws InterruptedException {
    SessionFolder sessionFolder = context.folder();
    var container = container();
    container.withCommand(
        "dockerd",
        "--host=unix:///run/deckhand/" + ENGINE_SOCKET,
        "--group=" + ownerAttribute("gid"));
    container
        .withEnv("DECKHAND_SOCKET_UID", ownerAttribute("uid"))
        .withEnv("DECKHAND_SOCKET_GID", ownerAttribute("gid"));
    container.withEnv("DOCKER_TLS_CERTDIR", "");
    var spec =
        new ContainerSpec(
            "engine",
            image.tag(),
            Map.of(sessionFolder.engine(), "/run/deckhand"),
            null,
            this::awaitSocket);
    return LabContainer.start(
        context,
        prepared
            .map(images ->
                spec.withVolume(
                    images.volume(), PreparedImages.FOLDER, PreparedImages.entrypoint()))
            .orElse(spec),
        container);
  }

  private LabContainer startOverTls() throws InterruptedException {
    var container = container();
    container.withEnv("DOCKER_TLS_CERTDIR", "/certs");
    return LabContainer.start(
        context,
        new ContainerSpec("engine", image.tag(), Map.of(), TLS_PORT, this::awaitTls),
        container);
  }

  private EngineContainer container() {
    var container = new EngineContainer(DockerImageName.parse(image.tag()), context.host().api());
    container.withTmpFs(context.storage().mounts("/var/lib/docker"));
    return container;
  }

  private void awaitSocket(ReadinessWait readinessWait)
      throws InterruptedException, TimeoutException {
    try (EngineApi api = EngineApi.at(socket())) {
      awaitPing(readinessWait, api);
    }
  }

  private void awaitTls(ReadinessWait readinessWait) throws InterruptedException, TimeoutException {
    var keys = new ClientKeys(context.host().api(), readinessWait.container().id(), certificates());
    Deadline deadline = Deadline.in(START_TIMEOUT);
    while (!keys.fetch()) {
      readinessWait.pause(POLL_INTERVAL);
      if (deadline.isPast()) {
        throw new TimeoutException("the engine did not write its keys");
      }
    }
    try (EngineApi api = EngineApi.at(tls(readinessWait.container().port(TLS_PORT)))) {
      awaitPing(readinessWait, api);
    }
  }

  private static void awaitPing(ReadinessWait readinessWait, EngineApi api)
      throws InterruptedException, TimeoutException {
    Deadline deadline = Deadline.in(START_TIMEOUT);
    while (!deadline.isPast()) {
      try {
        api.ping(PING_TIMEOUT);
        return;
      } catch (ApiException notYet) {
        readinessWait.pause(POLL_INTERVAL);
      }
    }
    throw new TimeoutException("no answer from " + api.address());
  }

  private EngineAddress addressOf(LabContainer container) {
    return overTls ? tls(container.port(TLS_PORT)) : socket();
  }

  private EngineAddress socket() {
    return EngineAddress.socket(context.folder().engine().resolve(ENGINE_SOCKET));
  }

  private EngineAddress tls(int port) {
    return new EngineAddress(java.net.URI.create("tcp://127.0.0.1:" + port), certificates());
  }

  private Path certificates() {
    return context.folder().engine().resolve("keys");
  }

  private Map<String, String> environment(EngineAddress address) {
    var environment = new HashMap<String, String>();
    environment.put("DOCKER_HOST", address.toString());
    environment.put("DOCKER_CONFIG", context.folder().dockerConfig().toString());
    environment.put("DOCKER_CONTEXT", "");
    if (overTls) {
      environment.put("DOCKER_TLS_VERIFY", "1");
      environment.put("DOCKER_CERT_PATH", certificates().toString());
    }
    return environment;
  }

  private String ownerAttribute(String which) {
    try {
      return String.valueOf(Files.getAttribute(context.folder().root(), "unix:" + which));
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  private static void prepareFolders(SessionFolder sessionFolder) {
    try {
      Files.createDirectories(sessionFolder.engine());
      Files.createDirectories(sessionFolder.dockerConfig());
      Files.createDirectories(sessionFolder.workspace());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
