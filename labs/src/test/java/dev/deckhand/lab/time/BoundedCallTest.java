package dev.deckhand.lab.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class BoundedCallTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final CountDownLatch interrupted = new CountDownLatch(1);

  private String hang() {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException stopped) {
      interrupted.countDown();
      return "stopped";
    }
  }

  @Test
  void returnsTheResult() throws Exception {
    assertThat(BoundedCall.run("test", LONG, () -> "done")).isEqualTo("done");
  }

  @Test
  void interruptsACallThatIsLate() throws Exception {
    assertThatThrownBy(() -> BoundedCall.run("test", Duration.ofMillis(5), this::hang))
        .isInstanceOf(TimeoutException.class);
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void interruptsTheCallWhenTheCallerIsInterrupted() throws Exception {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> BoundedCall.run("test", LONG, this::hang))
        .isInstanceOf(InterruptedException.class);
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void passesAFailureOn() {
    assertThatThrownBy(() ->
            BoundedCall.run(
                "test",
                LONG,
                () -> {
                  throw new IOException("broken");
                }))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IOException.class);
  }

  @Test
  void aLateResultIsReplaced() throws InterruptedException {
    assertThat(BoundedCall.start("test", Duration.ZERO, this::hang).resultOr("none"))
        .isEqualTo("none");
  }
}
