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

class ObservationQueueTest {

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
    try (ObservationQueue observations = ObservationQueue.startFor(told::add)) {
      observations.add(WEB, NOTHING);
      observations.add(WEB, NOTHING);
      observations.add(WEB, GONE);

      assertThat(next()).isEqualTo(NOTHING);
      assertThat(next()).isEqualTo(GONE);
    }
  }

  @Test
  void nothingIsToldOnceClosed() {
    ObservationQueue observations = ObservationQueue.startFor(told::add);
    observations.close();

    observations.add(WEB, NOTHING);

    assertThat(told).isEmpty();
  }

  @Test
  void aListenerMayCloseWhileItIsTold() throws InterruptedException {
    var handle = new java.util.concurrent.CompletableFuture<ObservationQueue>();
    ObservationQueue observations =
        ObservationQueue.startFor(subjectObservation -> {
          handle.join().close();
          told.add(subjectObservation);
        });
    handle.complete(observations);

    observations.add(WEB, NOTHING);

    assertThat(next()).isEqualTo(NOTHING);
  }
}
