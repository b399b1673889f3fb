package dev.deckhand.lab.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.container.ContainerMonitor.DeathListeners;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeathListenersTest {

  private final LabFault death = new LabFault(LabFault.Kind.LOST, "It died.", "Reset it.");
  private static final int ROUNDS = 20_000;

  private final DeathListeners listeners = new DeathListeners();
  private final AtomicInteger told = new AtomicInteger();

  @Test
  void aListenerIsToldOnce() {
    listeners.add("web", _ -> told.incrementAndGet());

    listeners.notifyAndRemove("web", death);
    listeners.notifyAndRemove("web", death);

    assertThat(told).hasValue(1);
  }

  @Test
  void aContainerThatIsExpectedToEndIsToldToNobody() {
    listeners.add("web", _ -> told.incrementAndGet());

    listeners.remove("web");
    listeners.notifyAndRemove("web", death);

    assertThat(told).hasValue(0);
    assertThat(listeners.containers()).isEmpty();
  }

  @Test
  void aDeathWhileSomebodyBeginsToListenIsToldToThem() throws Exception {
    var round = new CyclicBarrier(2);
    Thread killer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < ROUNDS; i++) {
                await(round);
                listeners.notifyAndRemove("web", death);
                await(round);
              }
            });
    for (int i = 0; i < ROUNDS; i++) {
      listeners.add("web", _ -> told.incrementAndGet());
      await(round);
      listeners.add("web", _ -> told.incrementAndGet());
      await(round);
      // as the monitor does when it finds the container dead
      listeners.notifyAndRemove("web", death);
    }
    killer.join();

    assertThat(told).hasValue(2 * ROUNDS);
  }

  private static void await(CyclicBarrier round) {
    try {
      round.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }
}
