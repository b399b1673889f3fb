package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.container.ContainerSpec;
import dev.deckhand.lab.container.JsonStateFile;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.container.ReadinessWait;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.HostImages;
import dev.deckhand.lab.image.ImageTransfer;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.time.Deadline;
import dev.deckhand.lab.xray.ClusterRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts a private cluster.
 *
 * @param clock this machine's, for the times in records
 */
public record ClusterStarter(
    ContainerContext context, ClusterOptions options, HostPrograms programs, Clock clock) {

  private static final int API_PORT = 6443;
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

  /** How long to wait until an adopted cluster is ready. */
  private static final Duration ADOPTION_TIMEOUT = Duration.ofSeconds(10);

  /**
   * Starts it, loads its images, creates the lesson's namespace, and returns it when it is ready.
   */
  public K3sLab open(HostImages images, List<HostImage> lessonImages, BootProgress progress)
      throws InterruptedException {
    try (ImageTransfer transfer = ImageTransfer.start(images, lessonImages)) {
      LabContainer container =
          start(context.folder(), new ClusterImageTransfer(transfer, progress), progress);
      return lab(container);
    }
  }

  private K3sLab lab(LabContainer container) throws InterruptedException {
    SessionFolder sessionFolder = context.folder();
    KubeApi api = null;
    try {
      int port = container.port(API_PORT);
      String own = K3sKubeconfig.read(container).orElseThrow();
      var kubeconfig = SessionKubeconfig.from(own, port, options.namespace());
      kubeconfig.write(sessionFolder.kubeconfig());
      api = KubeApi.of(kubeconfig.text());
      makeNamespace(api);
      bringHelm(container);
      new ClusterTools(sessionFolder, container, programs).install(options.version());
      var ready = ClusterBaseline.of(api);
      stateFile().write(new SavedCluster(container.id(), ready.kinds(), ready.initial()));
      return lab(container, api, kubeconfig, ready);
    } catch (RuntimeException | InterruptedException failure) {
      if (api != null) {
        api.close();
      }
      container.close();
      throw failure;
    }
  }

  private void bringHelm(LabContainer container) {
    HostImage helm = options.helmImage();
    if (helm != null) {
      HelmProgram.copyInto(container, helm.tag(), context.labels());
    }
  }

  /**
   * Takes over the cluster that an earlier process of this session started; empty if it is gone.
   */
  public Optional<K3sLab> adopt() throws InterruptedException {
    Optional<SavedCluster> saved = stateFile().read();
    Optional<LabContainer> found =
        saved
            .flatMap(known -> LabContainer.adopt(context, known.container()))
            .filter(container -> container.image().equals(options.image().tag()));
    Optional<String> own = found.flatMap(K3sKubeconfig::read);
    if (own.isEmpty() || !Files.exists(context.folder().kubeconfig())) {
      return Optional.empty();
    }
    LabContainer container = found.orElseThrow();
    // the learner's kubeconfig stays as it is: they may have chosen another namespace
    var kubeconfig =
        SessionKubeconfig.from(own.get(), container.port(API_PORT), options.namespace());
    KubeApi api = KubeApi.of(kubeconfig.text());
    try (ClusterReadiness ready = ClusterReadiness.forPods(api)) {
      ready.ready().get(ADOPTION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException dead) {
      api.close();
      return Optional.empty();
    }
    ClusterBaseline state = saved.orElseThrow().baseline(api);
    return Optional.of(lab(container, api, kubeconfig, state));
  }

  private K3sLab lab(
      LabContainer container, KubeApi api, SessionKubeconfig kubeconfig, ClusterBaseline ready) {
    var recorder = new ClusterRecorder(container, clock);
    return new K3sLab(
        container, api, options, context.folder(), kubeconfig, ready, recorder, container::close);
  }

  private JsonStateFile<SavedCluster> stateFile() {
    return new JsonStateFile<>(context.folder().root().resolve("cluster.json"), SavedCluster.class);
  }

  private LabContainer start(
      SessionFolder sessionFolder, ClusterImageTransfer clusterImageTransfer, BootProgress progress)
      throws InterruptedException {
    String step = "Start the cluster";
    long began = System.nanoTime();
    progress.began(step);
    prepareFolders(sessionFolder);
    var image =
        DockerImageName.parse(options.image().tag()).asCompatibleSubstituteFor("rancher/k3s");
    var container = new ClusterContainer(image, context.host().api());
    container.setCommand(options.command());
    container.withTmpFs(context.storage().mounts("/var/lib/rancher/k3s"));
    options
        .files()
        .forEach((path, text) -> container.withCopyToContainer(Transferable.of(text), path));
    LabContainer started =
        LabContainer.start(
            context,
            new ContainerSpec(
                "cluster",
                options.image().tag(),
                mounts(sessionFolder),
                API_PORT,
                readinessWait -> await(readinessWait, clusterImageTransfer)),
            container);
    progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
    return started;
  }

  /** Mounts folders at the same path as on the machine, for programs in the cluster's container. */
  private static Map<Path, String> mounts(SessionFolder sessionFolder) {
    return sharedFolders(sessionFolder).stream()
        .collect(Collectors.toMap(shared -> shared, Path::toString));
  }

  private static List<Path> sharedFolders(SessionFolder sessionFolder) {
    var folders =
        new ArrayList<>(
            List.of(sessionFolder.kube(), sessionFolder.helm(), sessionFolder.workspace()));
    if (Files.isDirectory(sessionFolder.tenants())) {
      folders.add(sessionFolder.tenants());
    }
    return folders;
  }

  private void await(ReadinessWait readinessWait, ClusterImageTransfer clusterImageTransfer)
      throws InterruptedException, TimeoutException {
    Deadline deadline = Deadline.in(START_TIMEOUT);
    var own = K3sKubeconfig.await(readinessWait, deadline);
    int port = readinessWait.container().port(API_PORT);
    try (KubeApi api = KubeApi.of(SessionKubeconfig.from(own, port, "default").text())) {
      try (ClusterReadiness ready = ClusterReadiness.forPods(api)) {
        // images can be loaded before the API server is up
        var loaded = clusterImageTransfer.startLoading(readinessWait);
        readinessWait.awaitReady(ready.ready(), deadline);
        readinessWait.awaitReady(loaded, deadline);
      }
      List<String> services = options.awaitedServices();
      if (!services.isEmpty()) {
        try (ClusterReadiness ready = ClusterReadiness.forSystemServices(api, services)) {
          readinessWait.awaitReady(ready.ready(), deadline);
        }
      }
    }
  }

  private void makeNamespace(KubeApi api) throws InterruptedException {
    makeNamespace(api, options.namespace());
  }

  /** Creates a namespace if it doesn't exist, and waits until Pods are admitted to it. */
  static void makeNamespace(KubeApi api, String namespace) throws InterruptedException {
    if (namespace.equals("default")) {
      return;
    }
    var body =
        JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Namespace");
    body.putObject("metadata").put("name", namespace);
    try {
      KubeApi.await(api.send("POST", "/api/v1/namespaces", body));
    } catch (ApiError refusal) {
      if (refusal.status() != 409) {
        throw refusal;
      }
    }
    try (ClusterReadiness ready = ClusterReadiness.forNamespace(api, namespace)) {
      ready.ready().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException tooSlow) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "The namespace " + namespace + " did not get its service account within 30 s.",
          "Type \"reset\" to get a fresh lab.",
          tooSlow);
    }
  }

  private static void prepareFolders(SessionFolder sessionFolder) {
    try {
      for (Path folder :
          List.of(
              sessionFolder.kube(),
              sessionFolder.workspace(),
              sessionFolder.bin(),
              sessionFolder.helm())) {
        Files.createDirectories(folder);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
