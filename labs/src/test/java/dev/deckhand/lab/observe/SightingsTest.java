package dev.deckhand.lab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.Sighting;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SightingsTest {

  private static final DockerObject WEB = new DockerObject(DockerKind.CONTAINER, "web", Map.of());
  private static final Observation NOTHING = new Observation.Seen(List.of());
  private static final Observation GONE = new Observation.Unreachable("gone", "wait");

  private final LinkedBlockingQueue<Sighting> told = new LinkedBlockingQueue<>();

  private Observation next() throws InterruptedException {
    Sighting sighting = told.poll(10, TimeUnit.SECONDS);
    assertThat(sighting).isNotNull();
    return sighting.observation();
  }

  @Test
  void whatWasSeenAlreadyIsNotToldAgain() throws InterruptedException {
    try (Sightings sightings = Sightings.to(told::add)) {
      sightings.saw(WEB, NOTHING);
      sightings.saw(WEB, NOTHING);
      sightings.saw(WEB, GONE);

      assertThat(next()).isEqualTo(NOTHING);
      assertThat(next()).isEqualTo(GONE);
    }
  }

  @Test
  void nothingIsToldOnceClosed() {
    Sightings sightings = Sightings.to(told::add);
    sightings.close();

    sightings.saw(WEB, NOTHING);

    assertThat(told).isEmpty();
  }

  @Test
  void aListenerMayCloseWhileItIsTold() throws InterruptedException {
    var handle = new java.util.concurrent.CompletableFuture<Sightings>();
    Sightings sightings =
        Sightings.to(sighting -> {
          handle.join().close();
          told.add(sighting);
        });
    handle.complete(sightings);

    sightings.saw(WEB, NOTHING);

    assertThat(next()).isEqualTo(NOTHING);
  }
}
