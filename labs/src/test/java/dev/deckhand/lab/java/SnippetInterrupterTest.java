package dev.deckhand.lab.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SnippetInterrupterTest {

  @Test
  void aStopThatIsUnderWayEndsBeforeTheNextRunBegins() throws Exception {
    var stops = new AtomicInteger();
    var stopping = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var interrupter =
        new SnippetInterrupter(
            () -> {
              stops.incrementAndGet();
              stopping.countDown();
              awaitQuietly(release);
            },
            () -> {});
    interrupter.interrupt();
    stopping.await();
    var finishing = new CountDownLatch(1);
    CompletableFuture<Integer> stopsAtTheEnd =
        CompletableFuture.supplyAsync(() -> {
          finishing.countDown();
          interrupter.finish();
          return stops.get() + (release.getCount() == 0 ? 0 : 100);
        });
    finishing.await();
    release.countDown();
    assertThat(stopsAtTheEnd.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(stops).hasValue(1);
  }

  @Test
  void anInterruptAfterTheEndStopsNothing() {
    var stops = new AtomicInteger();
    var interrupter = new SnippetInterrupter(stops::incrementAndGet, stops::incrementAndGet);
    interrupter.finish();
    interrupter.interrupt();
    interrupter.finish();
    assertThat(stops).hasValue(0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
