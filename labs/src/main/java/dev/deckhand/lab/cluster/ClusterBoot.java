package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.container.Berth;
import dev.deckhand.lab.container.Keepsake;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.container.Plan;
import dev.deckhand.lab.container.Waiting;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.Preload;
import dev.deckhand.lab.image.Shipment;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.KubeRefusal;
import dev.deckhand.lab.xray.AuditLog;
import dev.deckhand.lab.xray.ClusterRecorder;
import dev.deckhand.lesson.Ability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts a private cluster.
 *
 * @param clock of this machine: evidence is told in its time
 */
public record ClusterBoot(Berth berth, ClusterTerms terms, Programs programs, Clock clock) {

  private static final int API_PORT = 6443;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** How long a cluster that was ready once may take to show that it still is. */
  private static final Duration ALIVE = Duration.ofSeconds(10);

  /** Starts it, gives it its images, makes the lesson's namespace, and returns it ready. */
  public K3sLab open(Preload preload, List<HostImage> cargo, BootProgress progress)
      throws InterruptedException {
    try (Shipment shipment = preload.pack(cargo)) {
      LabContainer container = start(berth.room(), new Cargo(shipment, progress), progress);
      return lab(container);
    }
  }

  private K3sLab lab(LabContainer container) throws InterruptedException {
    SessionRoom room = berth.room();
    KubeApi api = null;
    try {
      int port = container.port(API_PORT);
      String own = OwnKubeconfig.read(berth.host().api(), container.id()).orElseThrow();
      var kubeconfig = SessionKubeconfig.from(own, port, terms.namespace());
      kubeconfig.write(room.kubeconfig());
      api = KubeApi.of(kubeconfig.text());
      makeNamespace(api);
      new KubectlShim(room, container, programs).provide(terms.version());
      new HelmShim(room, programs, programs.launcher()).provide();
      var ready = ClusterState.of(api);
      memory().keep(new ClusterMemory(container.id(), ready.kinds(), ready.ready()));
      return lab(container, api, kubeconfig, ready);
    } catch (RuntimeException | InterruptedException failure) {
      if (api != null) {
        api.close();
      }
      container.close();
      throw failure;
    }
  }

  /** Takes over the cluster that an earlier process of this session started; empty if it died. */
  public Optional<K3sLab> adopt() throws InterruptedException {
    Optional<ClusterMemory> memory = memory().recall();
    Optional<LabContainer> found =
        memory
            .flatMap(known -> LabContainer.found(berth, known.container()))
            .filter(container -> container.image().equals(terms.image().tag()));
    Optional<String> own =
        found.flatMap(container -> OwnKubeconfig.read(berth.host().api(), container.id()));
    if (own.isEmpty() || !Files.exists(berth.room().kubeconfig())) {
      return Optional.empty();
    }
    LabContainer container = found.orElseThrow();
    // the learner's own stays as it is: they may have chosen another namespace
    var kubeconfig = SessionKubeconfig.from(own.get(), container.port(API_PORT), terms.namespace());
    KubeApi api = KubeApi.of(kubeconfig.text());
    try (ClusterReady ready = ClusterReady.forPods(api)) {
      ready.ready().get(ALIVE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException dead) {
      api.close();
      return Optional.empty();
    }
    ClusterState state = memory.orElseThrow().state(api);
    return Optional.of(lab(container, api, kubeconfig, state));
  }

  private K3sLab lab(
      LabContainer container, KubeApi api, SessionKubeconfig kubeconfig, ClusterState ready) {
    var recorder = new ClusterRecorder(container, clock);
    return new K3sLab(container, api, terms, berth.room(), kubeconfig, ready, recorder);
  }

  private Keepsake<ClusterMemory> memory() {
    return new Keepsake<>(berth.room().root().resolve("cluster.json"), ClusterMemory.class);
  }

  private LabContainer start(SessionRoom room, Cargo cargo, BootProgress progress)
      throws InterruptedException {
    String step = "Start the cluster";
    long began = System.nanoTime();
    progress.began(step);
    prepareFolders(room);
    var image = DockerImageName.parse(terms.image().tag()).asCompatibleSubstituteFor("rancher/k3s");
    // Testcontainers tells the cluster its own address on the host; loopback is in the arguments
    var container = new K3sContainer(image);
    container.setCommand(terms.command());
    container.withCopyToContainer(Transferable.of(AuditLog.policy()), AuditLog.POLICY);
    container.withCreateContainerCmdModifier(ClusterBoot::ownControlGroups);
    LabContainer started =
        LabContainer.start(
            berth,
            new Plan("cluster", binds(room), API_PORT, waiting -> await(waiting, cargo)),
            container);
    progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
    return started;
  }

  /**
   * Testcontainers gives all clusters the machine's own control groups. There each kubelet takes
   * the groups of the others' Pods for orphans of its own and removes them: now and then a
   * container of another lab finds its group gone as it starts, and fails.
   */
  private static void ownControlGroups(CreateContainerCmd create) {
    Objects.requireNonNull(create.getHostConfig()).withCgroupnsMode("private");
  }

  private List<Bind> binds(SessionRoom room) {
    var binds = new ArrayList<Bind>();
    // at the same path on both sides, for a kubectl that runs in the cluster's container
    for (Path shared : shared(room)) {
      binds.add(new Bind(shared.toString(), new Volume(shared.toString())));
    }
    return binds;
  }

  private static List<Path> shared(SessionRoom room) {
    return Files.isDirectory(room.guests())
        ? List.of(room.kube(), room.workspace(), room.guests())
        : List.of(room.kube(), room.workspace());
  }

  private void await(Waiting waiting, Cargo cargo) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + LIMIT.toNanos();
    var own = OwnKubeconfig.await(berth.host().api(), waiting, end);
    int port = OwnKubeconfig.port(berth.host().api(), waiting.container(), API_PORT);
    try (KubeApi api = KubeApi.of(SessionKubeconfig.from(own, port, "default").text())) {
      try (ClusterReady ready = ClusterReady.forPods(api)) {
        // containers can be stowed before the API server is up
        var stowed = cargo.stow(berth.host().api(), waiting);
        waiting.until(ready.ready(), left(end));
        waiting.until(stowed, left(end));
      }
      if (terms.wanted().contains(Ability.DNS)) {
        try (ClusterReady names = ClusterReady.forNames(api)) {
          waiting.until(names.ready(), left(end));
        }
      }
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }

  private void makeNamespace(KubeApi api) throws InterruptedException {
    makeNamespace(api, terms.namespace());
  }

  /** Makes a namespace that is not there, and waits until Pods are admitted to it. */
  static void makeNamespace(KubeApi api, String namespace) throws InterruptedException {
    if (namespace.equals("default")) {
      return;
    }
    var body =
        JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Namespace");
    body.putObject("metadata").put("name", namespace);
    try {
      KubeApi.await(api.send("POST", "/api/v1/namespaces", body));
    } catch (KubeRefusal refusal) {
      if (refusal.status() != 409) {
        throw refusal;
      }
    }
    try (ClusterReady ready = ClusterReady.forNamespace(api, namespace)) {
      ready.ready().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException tooSlow) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "The namespace " + namespace + " did not get its service account within 30 s.",
          "Type \"reset\" to get a fresh lab.",
          tooSlow);
    }
  }

  private static void prepareFolders(SessionRoom room) {
    try {
      for (Path folder : List.of(room.kube(), room.workspace(), room.bin(), room.helm())) {
        Files.createDirectories(folder);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
