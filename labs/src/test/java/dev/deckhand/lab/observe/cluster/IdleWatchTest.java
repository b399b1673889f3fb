package dev.deckhand.lab.observe.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.bench.TrafficRecorder;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.MeasuredDockerHttpClient;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.MeasuredKubeInterceptor;
import dev.deckhand.lab.observe.engine.EngineObservers;
import dev.deckhand.lab.probe.ContainerTunnel;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A watch is told; it does not ask. Requests are counted where they leave our own client. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class IdleWatchTest {

  private static final int MANY = 30;

  /** No wait for something to be right: a poll would have to show itself in it. */
  private static final Duration IDLE = Duration.ofSeconds(3);

  private final TrafficRecorder trafficRecorder = new TrafficRecorder();
  private final Map<Subject, CompletableFuture<Observation>> found = new ConcurrentHashMap<>();

  /** Completes when a subject has objects. */
  private CompletableFuture<Observation> found(Subject subject) {
    return found.computeIfAbsent(
        subject, _ -> new CompletableFuture<Observation>().orTimeout(60, TimeUnit.SECONDS));
  }

  /** Tells a latch of each subject's first sighting, and those who wait of what is there. */
  private Consumer<SubjectObservation> sightings(CountDownLatch first) {
    var told = new HashSet<Subject>();
    return subjectObservation -> {
      if (told.add(subjectObservation.subject())) {
        first.countDown();
      }
      if (subjectObservation.observation() instanceof Observation.Snapshot(var objects)
          && !objects.isEmpty()) {
        found(subjectObservation.subject()).complete(subjectObservation.observation());
      }
    };
  }

  @Test
  void manyChecksOfAClusterAskNothingOfIt(SharedLabs sharedLabs)
      throws IOException, InterruptedException {
    var cluster = sharedLabs.cluster();
    var subjects = new ArrayList<Subject>();
    for (int i = 0; i < MANY; i++) {
      subjects.add(LabObservations.object("v1", "ConfigMap", "note-" + i));
      subjects.add(LabObservations.deployment("web-" + i));
    }
    var labelled = new KubernetesObject("v1", "ConfigMap", null, null, Map.of("tier", "data"));
    subjects.add(labelled);
    var secret = LabObservations.object("v1", "Secret", "pass");
    subjects.add(secret);
    subjects.add(new HelmRelease("shop", null));
    var listed = new CountDownLatch(subjects.size());

    try (var api =
            MeasuredKubeInterceptor.of(
                Files.readString(cluster.folder().kubeconfig()), trafficRecorder);
        var watch =
            ClusterObservers.of(
                    new ClusterReader(api, new Discovery(api), RealLabsExtension.NAMESPACE),
                    new ContainerTunnel(sharedLabs.host(), "none"))
                .watch(subjects, sightings(listed))) {
      assertThat(watch).isNotNull();
      assertThat(listed.await(60, TimeUnit.SECONDS)).isTrue();
      // seen by a watch of each kind, since it was not there to be listed
      LabObservations.sh(
          cluster.lab(),
          cluster.folder(),
          "kubectl create configmap note-0; kubectl create deployment web-0 --image=nginx:1.30"
              + " --replicas=0; kubectl create secret generic pass");
      found(secret).join();
      found(subjects.get(0)).join();
      found(subjects.get(1)).join();
      long before = trafficRecorder.requests();

      Thread.sleep(IDLE);
      // told of by watches that are still open
      LabObservations.sh(
          cluster.lab(),
          cluster.folder(),
          "kubectl label configmap note-0 tier=data; kubectl create configmap note-7");
      found(labelled).join();
      found(LabObservations.object("v1", "ConfigMap", "note-7")).join();

      assertThat(trafficRecorder.requests()).isEqualTo(before);
      assertThat(before)
          .as(
              "what kinds there are in two groups, and a list and a watch for each kind and for the"
                  + " Secrets of Helm")
          .isLessThanOrEqualTo(2 * 3 + 4 * 2);
    }
  }

  @Test
  void manyChecksOfAnEngineAskNothingOfItAndOnceForAChange(SharedLabs sharedLabs)
      throws InterruptedException {
    var engine = sharedLabs.engine();
    List<DockerObject> subjects =
        IntStream.range(0, MANY).mapToObj(i -> LabObservations.container("web-" + i)).toList();
    var looked = new CountDownLatch(subjects.size());
    var address = Objects.requireNonNull(engine.lab().environment().get("DOCKER_HOST"));

    try (var api =
            MeasuredDockerHttpClient.at(
                new EngineAddress(URI.create(address), null), trafficRecorder);
        var watch =
            EngineObservers.of(api, new ContainerTunnel(api, "none"))
                .watch(subjects, sightings(looked))) {
      assertThat(watch).isNotNull();
      assertThat(looked.await(60, TimeUnit.SECONDS)).isTrue();
      LabObservations.sh(engine.lab(), engine.folder(), "docker create --name web-0 busybox:1.37");
      found(subjects.get(0)).join();
      long before = trafficRecorder.requests();

      Thread.sleep(IDLE);
      assertThat(trafficRecorder.requests()).isEqualTo(before);
      LabObservations.sh(engine.lab(), engine.folder(), "docker create --name web-7 busybox:1.37");
      found(subjects.get(7)).join();

      assertThat(trafficRecorder.requests()).isEqualTo(before + 1);
    }
  }

  @Test
  void aLabelTakenAwayIsSeenByAWatchThatSeveralShare(SharedLabs sharedLabs)
      throws InterruptedException {
    var cluster = sharedLabs.cluster();
    var labelled = new KubernetesObject("v1", "ConfigMap", null, null, Map.of("tier", "data"));
    var gone = new CompletableFuture<Void>();
    LabObservations.sh(
        cluster.lab(),
        cluster.folder(),
        "kubectl create configmap note && kubectl label configmap note tier=data");

    try (Watch _ =
        cluster
            .lab()
            .watch(
                List.of(labelled, LabObservations.object("v1", "ConfigMap", "other")),
                subjectObservation -> {
                  if (!subjectObservation.subject().equals(labelled)) {
                    return;
                  }
                  if (!LabObservations.nothing().test(subjectObservation.observation())) {
                    found(labelled).complete(subjectObservation.observation());
                  } else if (found(labelled).isDone()) {
                    gone.complete(null);
                  }
                })) {
      found(labelled).join();
      LabObservations.sh(cluster.lab(), cluster.folder(), "kubectl label configmap note tier-");

      gone.orTimeout(60, TimeUnit.SECONDS).join();
    }
  }
}
