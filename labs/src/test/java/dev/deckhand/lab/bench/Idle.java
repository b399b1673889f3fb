package dev.deckhand.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.Sightings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to look at objects that nobody changes, for a minute.
 *
 * @param requests how many requests were sent
 * @param ours processor time of this process, in milliseconds
 * @param labs processor time of the lab's container, in milliseconds
 */
record Idle(long requests, long ours, long labs) {

  private static final Duration SETTLING = Duration.ofSeconds(2);
  private static final Duration LASTING = Duration.ofSeconds(10);
  private static final long A_MINUTE = Duration.ofMinutes(1).dividedBy(LASTING);

  /** Measures a way, or nothing at all for null. */
  static Idle of(Pier pier, @Nullable Way way, int checks) throws InterruptedException {
    try (var desk = new Desk(pier, checks);
        Sightings sightings = Sightings.to(desk::sighted);
        Watch _ = way == null ? () -> {} : way.start(pier, desk.subjects(), sightings)) {
      Thread.sleep(SETTLING);
      Idle before = now(pier);
      Thread.sleep(LASTING);
      Idle after = now(pier);
      return new Idle(
          (after.requests - before.requests) * A_MINUTE,
          (after.ours - before.ours) * A_MINUTE,
          (after.labs - before.labs) * A_MINUTE);
    }
  }

  private static Idle now(Pier pier) {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long labs = pier.labCpu();
    return new Idle(
        pier.wire().requests(), machine.getProcessCpuTime() / 1_000_000, labs / 1_000_000);
  }
}
