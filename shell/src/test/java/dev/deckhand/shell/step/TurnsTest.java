package dev.deckhand.shell.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns(1);

  /** Begins to wait for a turn; counts down once it's there. */
  private CountDownLatch waiting() {
    var there = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(() -> {
          try (var _ = turns.take()) {
            there.countDown();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    return there;
  }

  @Test
  void nobodyGetsATurnUntilOneIsGivenBack() throws InterruptedException {
    CountDownLatch other;
    try (var _ = turns.take()) {
      other = waiting();
      assertThat(other.await(100, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void othersWorkWhileOneOnlyWaits() throws InterruptedException {
    try (var turn = turns.take()) {
      CountDownLatch other = waiting();
      try (var _ = turn.pause()) {
        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(waiting().await(100, TimeUnit.MILLISECONDS)).as("it has its turn again").isFalse();
    }
    assertThat(waiting().await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoIsInterruptedWaitsForNothingAndGivesNothingBack() throws InterruptedException {
    Turns.Turn turn = turns.take();
    Turns.Pause pause = turn.pause();
    try (var _ = turns.take()) {
      Thread.currentThread().interrupt();
      pause.close();
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
      turn.close();
      assertThat(waiting().await(100, TimeUnit.MILLISECONDS))
          .as("the other one's turn isn't given away")
          .isFalse();
    }
    try (var _ = turns.take()) {
      assertThat(waiting().await(100, TimeUnit.MILLISECONDS)).as("still one at a time").isFalse();
    }
  }

  @Test
  void whatHasBegunGoesFirst() throws InterruptedException {
    Turns.Turn begun = turns.take();
    Turns.Pause pause = begun.pause();
    CountDownLatch fresh;
    CountDownLatch again = new CountDownLatch(1);
    try (var _ = turns.take()) {
      fresh = waiting();
      Thread returning =
          Thread.ofVirtual()
              .start(() -> {
                pause.close();
                again.countDown();
              });
      while (returning.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(fresh.await(100, TimeUnit.MILLISECONDS)).as("asked earlier, is new").isFalse();
    begun.close();
    assertThat(fresh.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoIsInterruptedGetsNoTurn() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(turns::take).isInstanceOf(InterruptedException.class);
  }

  @Test
  void whoWorksAloneNeverWaits() {
    try (var turn = Turns.alone()) {
      for (int pause = 0; pause < 3; pause++) {
        turn.pause().close();
      }
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
