package dev.deckhand.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimedObservationTest {

  private static Observation observe(Callable<Observation> look) {
    return TimedObservation.observe(ApiServer.CLUSTER, Duration.ofSeconds(30), look);
  }

  private static String reason(Observation observation) {
    assertThat(observation).isInstanceOf(Observation.Unreachable.class);
    return ((Observation.Unreachable) observation).reason();
  }

  @Test
  void anExceptionIsNeverQuoted() {
    assertThat(
            reason(
                observe(() -> {
                  throw new NullPointerException("Cannot invoke \"java.net.URI.getHost()\"");
                })))
        .isEqualTo("The lab could not be asked.");
    assertThat(
            reason(
                observe(() -> {
                  throw new IOException("sun.nio.ch.X@12");
                })))
        .isEqualTo("The cluster does not answer (the connection failed).");
  }

  @Test
  void theServersOwnWordsAreTold() {
    assertThat(
            reason(
                observe(() -> {
                  throw new ApiError(ApiServer.ENGINE, 500, "no space left");
                })))
        .isEqualTo("The lab's engine could not say: no space left.");
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    var never = new CountDownLatch(1);
    Observation late =
        TimedObservation.observe(
            ApiServer.CLUSTER,
            Duration.ofMillis(10),
            () -> {
              never.await();
              return new Observation.Snapshot(List.of());
            });

    assertThat(reason(late)).startsWith("The lab gave no answer within");
  }
}
