package dev.deckhand.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelCallsTest {

  private final AtomicInteger made = new AtomicInteger();

  @Test
  void severalRunAtTheSameTime() {
    var both = new CountDownLatch(2);
    Runnable meets =
        () -> {
          both.countDown();
          try {
            if (both.await(10, TimeUnit.SECONDS)) {
              made.incrementAndGet();
            }
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        };

    ParallelCalls.run(List.of(meets, meets));

    assertThat(made).hasValue(2);
  }

  @Test
  void allAreMadeAlsoAfterOneThatFailed() {
    var calls = new ArrayList<Runnable>();
    calls.add(() -> {
      throw new ApiError(ApiServer.ENGINE, 500, "the first");
    });
    for (int i = 0; i < 40; i++) {
      calls.add(made::incrementAndGet);
    }
    calls.add(() -> {
      throw new ApiError(ApiServer.ENGINE, 500, "the last");
    });

    assertThatThrownBy(() -> ParallelCalls.run(calls))
        .isInstanceOf(ApiError.class)
        .hasMessageContaining("the first");

    assertThat(made).hasValue(40);
  }

  @Test
  void anInterruptEndsThemAndIsKept() {
    // calls that were over before their end is waited for would leave nothing to be ended
    Runnable endless =
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        };
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ParallelCalls.run(List.of(endless, endless)))
        .isInstanceOf(ApiUnavailable.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void nothingIsSoonDone() {
    ParallelCalls.run(List.of());
    assertThat(made).hasValue(0);
  }
}
