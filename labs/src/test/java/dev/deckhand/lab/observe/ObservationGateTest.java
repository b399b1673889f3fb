package dev.deckhand.lab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.SubjectObservation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ObservationGateTest {

  private static final DockerObject WEB = new DockerObject(DockerKind.CONTAINER, "web", Map.of());
  private static final Observation NOTHING = new Observation.Snapshot(List.of());
  private static final Observation GONE = new Observation.Unreachable("gone", "wait");

  private final LinkedBlockingQueue<SubjectObservation> told = new LinkedBlockingQueue<>();

  private Observation next() throws InterruptedException {
    SubjectObservation subjectObservation = told.poll(10, TimeUnit.SECONDS);
    assertThat(subjectObservation).isNotNull();
    return subjectObservation.observation();
  }

  @Test
  void whatWasSeenAlreadyIsNotToldAgain() throws InterruptedException {
    try (ObservationGate observations = new ObservationGate(told::add)) {
      observations.add(WEB, NOTHING);
      observations.add(WEB, NOTHING);
      observations.add(WEB, GONE);

      assertThat(next()).isEqualTo(NOTHING);
      assertThat(next()).isEqualTo(GONE);
    }
  }

  @Test
  void nothingIsToldOnceClosed() {
    ObservationGate observations = new ObservationGate(told::add);
    observations.close();

    observations.add(WEB, NOTHING);

    assertThat(told).isEmpty();
  }

  @Test
  void aListenerMayCloseWhileItIsTold() throws InterruptedException {
    var handle = new java.util.concurrent.CompletableFuture<ObservationGate>();
    ObservationGate observations =
        new ObservationGate(subjectObservation -> {
          handle.join().close();
          told.add(subjectObservation);
        });
    handle.complete(observations);

    observations.add(WEB, NOTHING);

    assertThat(next()).isEqualTo(NOTHING);
  }

  @Test
  void whatIsSuspendedIsUnreachableUntilItIsResumed() throws InterruptedException {
    try (var gate = new ObservationGate(told::add)) {
      gate.add(WEB, NOTHING);
      gate.suspend(List.of(WEB), new Observation.Unreachable("frozen", "wait"));
      gate.resume(List.of(WEB));

      assertThat(next()).isEqualTo(NOTHING);
      assertThat(next()).isEqualTo(new Observation.Unreachable("frozen", "wait"));
      assertThat(next()).isEqualTo(NOTHING);
    }
  }

  @Test
  void anObservationEndsASuspension() throws InterruptedException {
    try (var gate = new ObservationGate(told::add)) {
      gate.suspend(List.of(WEB), new Observation.Unreachable("frozen", "wait"));
      gate.add(WEB, NOTHING);
      gate.resume(List.of(WEB));

      assertThat(next()).isInstanceOf(Observation.Unreachable.class);
      assertThat(next()).isEqualTo(NOTHING);
      assertThat(told).isEmpty();
    }
  }
}
