package dev.deckhand.lab.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SharedCluster;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class LabFailureTest {

  private final TestcontainersLabFactory labs =
      new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC());
  private EngineApi host;

  @BeforeEach
  void setUp(SharedLabs shared) {
    host = shared.host();
  }

  private static LabNeeds bare(LabKind... kinds) {
    return new LabNeeds(Set.of(kinds), List.of(), Set.of(), RealLabsExtension.NAMESPACE);
  }

  private JsonNode started(SessionFolder sessionFolder) {
    String filters =
        EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + sessionFolder.id()));
    return host.get("/containers/json?all=1&filters=" + filters);
  }

  @Test
  void anEngineKilledFromOutsideIsTheLabsFault() throws Exception {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    try (Lab lab = labs.open(bare(LabKind.DOCKER), sessionFolder, BootProgress.SILENT)) {
      var lost = new CompletableFuture<LabFault>();
      lab.onLost(lost::complete);

      host.post(
          "/containers/" + started(sessionFolder).path(0).path("Id").asText() + "/kill", null);

      assertThat(lost.get(30, TimeUnit.SECONDS).kind()).isEqualTo(LabFault.Kind.LOST);
      assertThat(lab.observe(LabObservations.container("web")))
          .isInstanceOf(Observation.Unreachable.class);
      LabObservations.await(
          lab, LabObservations.container("web"), seen -> seen instanceof Observation.Unreachable);
      assertThat(lab.causes(LabObservations.container("web"))).isEmpty();
      assertThatThrownBy(lab::clear).isInstanceOf(LabFault.class);
    }
    assertThat(started(sessionFolder)).isEmpty();
  }

  @Test
  void aClusterKilledFromOutsideIsTheLabsFault() throws Exception {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    try (Lab lab = labs.open(bare(LabKind.KUBERNETES), sessionFolder, BootProgress.SILENT)) {
      var lost = new CompletableFuture<LabFault>();
      var unreachable = new CountDownLatch(1);
      lab.onLost(lost::complete);
      var watch =
          lab.watch(
              List.of(LabObservations.pod("web")),
              subjectObservation -> {
                if (subjectObservation.observation() instanceof Observation.Unreachable) {
                  unreachable.countDown();
                }
              });

      host.post(
          "/containers/" + started(sessionFolder).path(0).path("Id").asText() + "/kill", null);

      assertThat(lost.get(30, TimeUnit.SECONDS).kind()).isEqualTo(LabFault.Kind.LOST);
      assertThat(unreachable.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(lab.observe(LabObservations.pod("web")))
          .isInstanceOf(Observation.Unreachable.class);
      assertThatThrownBy(lab::clear).isInstanceOf(LabFault.class);
      watch.close();
    }
    assertThat(started(sessionFolder)).isEmpty();
  }

  @Test
  void aLessonThatJoinsAClusterThatIsGoneIsToldSo() throws Exception {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    try (SharedCluster cluster =
        labs.sharedCluster(bare(LabKind.KUBERNETES), sessionFolder).orElseThrow()) {
      cluster.open(bare("one"), cluster.newTenantFolder(), BootProgress.SILENT).close();
      host.post(
          "/containers/" + started(sessionFolder).path(0).path("Id").asText() + "/kill", null);

      assertThatThrownBy(
              () -> cluster.open(bare("two"), cluster.newTenantFolder(), BootProgress.SILENT))
          .isInstanceOfSatisfying(
              LabFault.class,
              fault -> {
                assertThat(fault.kind()).isEqualTo(LabFault.Kind.LOST);
                assertThat(fault.problem()).startsWith("The cluster does not answer (");
              });
    }
    assertThat(started(sessionFolder)).isEmpty();
  }

  private static LabNeeds bare(String namespace) {
    return new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(), namespace, Tenancy.SHARED);
  }

  /** A container that is paused neither answers nor breaks a connection. */
  @Test
  void whatAFrozenClusterToldIsNotKnownAnyMoreUntilItRunsAgain() throws Exception {
    aFrozenLabIsUnreachable(LabKind.KUBERNETES, LabObservations.pod("web"));
  }

  @Test
  void whatAFrozenEngineToldIsNotKnownAnyMoreUntilItRunsAgain() throws Exception {
    aFrozenLabIsUnreachable(LabKind.DOCKER, LabObservations.container("web"));
  }

  private void aFrozenLabIsUnreachable(LabKind kind, Subject subject) throws Exception {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    try (Lab lab = labs.open(bare(kind), sessionFolder, BootProgress.SILENT)) {
      String container = "/containers/" + started(sessionFolder).path(0).path("Id").asText();
      var told = new LinkedBlockingQueue<Observation>();
      try (SubjectWatch watch = lab.watch(List.of(subject), seen -> told.add(seen.observation()))) {
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(new Observation.Snapshot(List.of()));
        host.post(container + "/pause", null);
        try {
          assertThat(watch.verify()).containsExactly(subject);
          assertThat(told.poll()).isInstanceOf(Observation.Unreachable.class);
        } finally {
          host.post(container + "/unpause", null);
        }
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(new Observation.Snapshot(List.of()));
      }
    }
  }

  @Test
  void closingTellsNobodyThatTheLabIsLost() throws Exception {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    var lost = new CompletableFuture<LabFault>();
    Lab lab = labs.open(bare(LabKind.DOCKER), sessionFolder, BootProgress.SILENT);
    lab.onLost(lost::complete);

    lab.close();
    lab.close();

    assertThat(lost).isNotDone();
    assertThat(started(sessionFolder)).isEmpty();
  }

  @Test
  void anInterruptedBootLeavesNothing() throws Exception {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    var begun = new CountDownLatch(1);
    var outcome = new CompletableFuture<Throwable>();
    Thread opener =
        Thread.ofVirtual()
            .start(() -> {
              try {
                labs.open(
                        bare(LabKind.DOCKER, LabKind.KUBERNETES),
                        sessionFolder,
                        new ClusterStartSignal(begun))
                    .close();
                outcome.complete(new AssertionError("it was opened"));
              } catch (InterruptedException | RuntimeException stopped) {
                outcome.complete(stopped);
              }
            });
    begun.await();
    opener.interrupt();

    assertThat(outcome.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(started(sessionFolder)).isEmpty();
  }

  @Test
  void anImageThatIsNotToBeHadIsNamedWithTheRemedy() {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    var needs =
        new LabNeeds(
            Set.of(LabKind.DOCKER), List.of("registry.invalid/no/such:1"), Set.of(), "default");

    assertThatThrownBy(() -> labs.open(needs, sessionFolder, BootProgress.SILENT))
        .isInstanceOfSatisfying(
            LabFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_IMAGE);
              assertThat(fault.problem()).contains("registry.invalid/no/such:1");
              assertThat(fault.remedy()).contains("deckhand setup");
            });
    assertThat(started(sessionFolder)).isEmpty();
  }

  @Test
  void aForkBombCostsTheLabAlone() throws Exception {
    SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();
    var limited =
        new TestcontainersLabFactory(
            RealLabsExtension.settings(Map.of("DECKHAND_LIMITS", "memory=2g,cpus=1,pids=300")),
            Clock.systemUTC());
    try (Lab _ = limited.open(bare(LabKind.DOCKER), sessionFolder, BootProgress.SILENT)) {
      String id = started(sessionFolder).path(0).path("Id").asText();
      JsonNode config = host.get("/containers/" + id + "/json").path("HostConfig");
      assertThat(config.path("Memory").asLong()).isEqualTo(2L << 30);
      assertThat(config.path("NanoCpus").asLong()).isEqualTo(1_000_000_000);

      EngineExec bomb =
          EngineExec.run(host, id, List.of("sh", "-c", "for i in $(seq 600); do sleep 60 & done"));

      assertThat(bomb.exitCode()).isNotZero();
      assertThat(bomb.errors()).containsIgnoringCase("fork");
      assertThat(host.get("/containers/" + id + "/json").path("State").path("Running").asBoolean())
          .isTrue();
    }
    assertThat(started(sessionFolder)).isEmpty();
  }

  @Test
  void twoLabsStandSideBySide() throws Exception {
    SessionFolder one = RealLabsExtension.newSessionFolder();
    SessionFolder other = RealLabsExtension.newSessionFolder();
    try (Lab first = labs.open(bare(LabKind.DOCKER), one, BootProgress.SILENT);
        Lab second = labs.open(bare(LabKind.DOCKER), other, BootProgress.SILENT)) {
      LabObservations.sh(first, one, "docker volume create mine");

      assertThat(LabObservations.sh(second, other, "docker volume ls -q")).isEmpty();
      assertThat(LabObservations.sh(first, one, "docker volume ls -q")).contains("mine");
    }
  }

  @Test
  void whatAKilledSessionLeftIsSweptAndTheLivingAreLeftAlone() throws Exception {
    SessionFolder dead = RealLabsExtension.newSessionFolder();
    SessionFolder alive = RealLabsExtension.newSessionFolder();
    for (SessionFolder sessionFolder : List.of(dead, alive)) {
      host.post(
          "/volumes/create",
          labelled("volume-" + sessionFolder.id(), sessionFolder, "deckhand-sweeps"));
    }
    host.post("/volumes/create", labelled("volume-other", dead, "somebody-else"));

    var sessionSweeper = new SessionSweeper(HostEngine.connect(host.address()), "deckhand-sweeps");
    sessionSweeper.sweep(alive.id()::equals);

    assertThat(host.find("/volumes/volume-" + dead.id())).isEmpty();
    assertThat(host.find("/volumes/volume-" + alive.id())).isPresent();
    assertThat(host.find("/volumes/volume-other")).isPresent();
    sessionSweeper.sweep(_ -> false);
    new SessionSweeper(HostEngine.connect(host.address()), "somebody-else").sweep(_ -> false);
    assertThat(host.find("/volumes/volume-" + alive.id())).isEmpty();
  }

  private static Map<String, Object> labelled(
      String name, SessionFolder sessionFolder, String owner) {
    return Map.of(
        "Name",
        name,
        "Labels",
        Map.of(SessionFolder.LABEL, sessionFolder.id(), SessionFolder.OWNER_LABEL, owner));
  }

  /** Tells when the cluster begins to start. */
  private record ClusterStartSignal(CountDownLatch begun) implements BootProgress {

    @Override
    public void began(String step) {
      if (step.equals("Start the cluster")) {
        begun.countDown();
      }
    }

    @Override
    public void advanced(String step, long done, long total, String unit) {}

    @Override
    public void finished(String step, Duration took) {}
  }
}
