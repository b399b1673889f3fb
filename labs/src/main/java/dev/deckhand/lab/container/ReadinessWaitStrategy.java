package dev.deckhand.lab.container;

import dev.deckhand.lab.LabFault;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/** Our own readiness, in Testcontainers' words: no polling, no limit of one look a second. */
record ReadinessWaitStrategy(Condition condition) implements WaitStrategy {

  @FunctionalInterface
  interface Condition {
    void await(WaitStrategyTarget target) throws InterruptedException, TimeoutException;
  }

  @Override
  public void waitUntilReady(WaitStrategyTarget target) {
    try {
      condition.await(target);
    } catch (TimeoutException tooSlow) {
      throw new LabFault(
          LabFault.Kind.NOT_STARTED, "It was not ready in time.", "Run: deckhand doctor", tooSlow);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public WaitStrategy withStartupTimeout(Duration limit) {
    return this;
  }
}
