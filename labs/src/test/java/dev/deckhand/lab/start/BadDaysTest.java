package dev.deckhand.lab.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.start.RealLabs.Berths;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabs.class)
class BadDaysTest {

  private final TestcontainersLabs labs = new TestcontainersLabs(RealLabs.settings());
  private EngineApi host;

  @BeforeEach
  void moor(Berths shared) {
    host = shared.host();
  }

  private static LabNeeds bare(LabKind... kinds) {
    return new LabNeeds(Set.of(kinds), List.of(), Set.of(), RealLabs.NAMESPACE);
  }

  private JsonNode started(SessionRoom room) {
    String filters = EngineApi.filters("label", List.of(SessionRoom.LABEL + "=" + room.id()));
    return host.get("/containers/json?all=1&filters=" + filters);
  }

  @Test
  void anEngineKilledFromOutsideIsTheLabsFault() throws Exception {
    SessionRoom room = RealLabs.room();
    try (Lab lab = labs.open(bare(LabKind.DOCKER), room, BootProgress.SILENT)) {
      var lost = new CompletableFuture<LabFault>();
      lab.onLost(lost::complete);

      host.post("/containers/" + started(room).path(0).path("Id").asText() + "/kill", null);

      assertThat(lost.get(30, TimeUnit.SECONDS).kind()).isEqualTo(LabFault.Kind.LOST);
      assertThat(lab.observe(Eyes.container("web"))).isInstanceOf(Observation.Unreachable.class);
      Eyes.await(lab, Eyes.container("web"), seen -> seen instanceof Observation.Unreachable);
      assertThat(lab.causes(Eyes.container("web"))).isEmpty();
      assertThatThrownBy(lab::clear).isInstanceOf(LabFault.class);
    }
    assertThat(started(room)).isEmpty();
  }

  @Test
  void aClusterKilledFromOutsideIsTheLabsFault() throws Exception {
    SessionRoom room = RealLabs.room();
    try (Lab lab = labs.open(bare(LabKind.KUBERNETES), room, BootProgress.SILENT)) {
      var lost = new CompletableFuture<LabFault>();
      var unreachable = new CountDownLatch(1);
      lab.onLost(lost::complete);
      var watch =
          lab.watch(
              List.of(Eyes.pod("web")),
              sighting -> {
                if (sighting.observation() instanceof Observation.Unreachable) {
                  unreachable.countDown();
                }
              });

      host.post("/containers/" + started(room).path(0).path("Id").asText() + "/kill", null);

      assertThat(lost.get(30, TimeUnit.SECONDS).kind()).isEqualTo(LabFault.Kind.LOST);
      assertThat(unreachable.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(lab.observe(Eyes.pod("web"))).isInstanceOf(Observation.Unreachable.class);
      assertThatThrownBy(lab::clear).isInstanceOf(LabFault.class);
      watch.close();
    }
    assertThat(started(room)).isEmpty();
  }

  @Test
  void closingTellsNobodyThatTheLabIsLost() throws Exception {
    SessionRoom room = RealLabs.room();
    var lost = new CompletableFuture<LabFault>();
    Lab lab = labs.open(bare(LabKind.DOCKER), room, BootProgress.SILENT);
    lab.onLost(lost::complete);

    lab.close();
    lab.close();

    assertThat(lost).isNotDone();
    assertThat(started(room)).isEmpty();
  }

  @Test
  void anInterruptedBootLeavesNothing() throws Exception {
    SessionRoom room = RealLabs.room();
    var begun = new CountDownLatch(1);
    var outcome = new CompletableFuture<Throwable>();
    Thread opener =
        Thread.ofVirtual()
            .start(() -> {
              try {
                labs.open(bare(LabKind.DOCKER, LabKind.KUBERNETES), room, new Announced(begun))
                    .close();
                outcome.complete(new AssertionError("it was opened"));
              } catch (InterruptedException | RuntimeException stopped) {
                outcome.complete(stopped);
              }
            });
    begun.await();
    opener.interrupt();

    assertThat(outcome.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(started(room)).isEmpty();
  }

  @Test
  void anImageThatIsNotToBeHadIsNamedWithTheRemedy() {
    SessionRoom room = RealLabs.room();
    var needs =
        new LabNeeds(
            Set.of(LabKind.DOCKER), List.of("registry.invalid/no/such:1"), Set.of(), "default");

    assertThatThrownBy(() -> labs.open(needs, room, BootProgress.SILENT))
        .isInstanceOfSatisfying(
            LabFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(LabFault.Kind.NO_IMAGE);
              assertThat(fault.what()).contains("registry.invalid/no/such:1");
              assertThat(fault.next()).contains("deckhand setup");
            });
    assertThat(started(room)).isEmpty();
  }

  @Test
  void twoLabsStandSideBySide() throws Exception {
    SessionRoom one = RealLabs.room();
    SessionRoom other = RealLabs.room();
    try (Lab first = labs.open(bare(LabKind.DOCKER), one, BootProgress.SILENT);
        Lab second = labs.open(bare(LabKind.DOCKER), other, BootProgress.SILENT)) {
      Eyes.sh(first, one, "docker volume create mine");

      assertThat(Eyes.sh(second, other, "docker volume ls -q")).isEmpty();
      assertThat(Eyes.sh(first, one, "docker volume ls -q")).contains("mine");
    }
  }

  @Test
  void whatAKilledSessionLeftIsSweptAndTheLivingAreLeftAlone() throws Exception {
    SessionRoom dead = RealLabs.room();
    SessionRoom alive = RealLabs.room();
    for (SessionRoom room : List.of(dead, alive)) {
      host.post("/volumes/create", labelled("volume-" + room.id(), room, "deckhand-sweeps"));
    }
    host.post("/volumes/create", labelled("volume-other", dead, "somebody-else"));

    var sweeper = new Sweeper(new HostEngine(host, true), "deckhand-sweeps");
    sweeper.sweep(alive.id()::equals);

    assertThat(host.find("/volumes/volume-" + dead.id())).isEmpty();
    assertThat(host.find("/volumes/volume-" + alive.id())).isPresent();
    assertThat(host.find("/volumes/volume-other")).isPresent();
    sweeper.sweep(_ -> false);
    new Sweeper(new HostEngine(host, true), "somebody-else").sweep(_ -> false);
    assertThat(host.find("/volumes/volume-" + alive.id())).isEmpty();
  }

  private static Map<String, Object> labelled(String name, SessionRoom room, String owner) {
    return Map.of(
        "Name",
        name,
        "Labels",
        Map.of(SessionRoom.LABEL, room.id(), SessionRoom.OWNER_LABEL, owner));
  }

  /** Tells when the cluster begins to start. */
  private record Announced(CountDownLatch begun) implements BootProgress {

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
