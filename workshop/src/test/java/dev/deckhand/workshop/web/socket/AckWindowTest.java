package dev.deckhand.workshop.web.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AckWindowTest {

  private static final int PIECE = 8 * 1024;

  private final AtomicLong nanos = new AtomicLong(1);
  private final AckWindow window = new AckWindow(Duration.ofSeconds(30), nanos::get);

  @Test
  void aBrowserThatSaysNothingGetsTheFirstWindowAlone() throws IOException {
    var impatient = new AckWindow(Duration.ofMillis(50), nanos::get);
    for (int sent = 0; sent < impatient.size(); sent += PIECE) {
      impatient.take(PIECE);
    }
    assertThatThrownBy(() -> impatient.take(1)).isInstanceOf(IOException.class);
  }

  @Test
  void theWindowGrowsForAFastBrowserUpToALimit() throws IOException {
    long total = 0;
    for (int i = 0; i < 100; i++) {
      window.take(PIECE);
      total += PIECE;
      nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(20));
      assertThat(window.acknowledge(total)).isTrue();
    }
    assertThat(window.size()).isEqualTo(AckWindow.MOST);
  }

  @Test
  void theWindowShrinksForASlowBrowserDownToALimit() throws IOException {
    long total = 0;
    for (int i = 0; i < 10; i++) {
      window.take(PIECE);
      total += PIECE;
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(8));
      assertThat(window.acknowledge(total)).isTrue();
    }
    assertThat(window.size()).isEqualTo(AckWindow.LEAST);
  }

  @Test
  void whoWaitsGoesOnWhenSomethingWasShown() throws Exception {
    int size = window.size();
    for (int sent = 0; sent < size; sent += PIECE) {
      window.take(PIECE);
    }
    var begun = new CountDownLatch(1);
    var taken = new CompletableFuture<Boolean>();
    Thread.ofVirtual()
        .start(() -> {
          begun.countDown();
          try {
            window.take(PIECE);
            taken.complete(true);
          } catch (IOException fault) {
            taken.completeExceptionally(fault);
          }
        });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(window.acknowledge(PIECE)).isTrue();
    assertThat(taken.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoWaitsIsLetGoWhenTheBrowserIsGone() throws Exception {
    for (int sent = 0; sent < 32 * 1024; sent += PIECE) {
      window.take(PIECE);
    }
    var failed = new CompletableFuture<Boolean>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            window.take(1);
            failed.complete(false);
          } catch (IOException gone) {
            failed.complete(true);
          }
        });
    window.close();
    assertThat(failed.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nobodyHasShownWhatWasNotSentOrLessThanBefore() throws IOException {
    window.take(100);
    assertThat(window.acknowledge(101)).isFalse();
    assertThat(window.acknowledge(60)).isTrue();
    assertThat(window.acknowledge(59)).isFalse();
    assertThat(window.acknowledge(-1)).isFalse();
    assertThat(window.acknowledge(100)).isTrue();
  }
}
