package dev.deckhand.lab.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.deckhand.lab.Watch;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to look at objects that nobody changes, for a minute.
 *
 * @param requests how many requests were sent
 * @param ownCpuMillis processor time of this process, in milliseconds
 * @param labCpuMillis processor time of the lab's container, in milliseconds
 */
record IdleCost(long requests, long ownCpuMillis, long labCpuMillis) {

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final Duration MEASURED_TIME = Duration.ofSeconds(10);
  private static final long PER_MINUTE_FACTOR = Duration.ofMinutes(1).dividedBy(MEASURED_TIME);

  /** Measures a way, or nothing at all for null. */
  static IdleCost of(BenchTarget benchTarget, @Nullable ObservationMode observationMode, int checks)
      throws InterruptedException {
    try (var benchSession = new BenchSession(benchTarget, checks);
        Watch _ =
            observationMode == null
                ? () -> {}
                : observationMode.start(
                    benchTarget, benchSession.subjects(), benchSession::observed)) {
      Thread.sleep(WARM_UP);
      IdleCost before = current(benchTarget);
      Thread.sleep(MEASURED_TIME);
      IdleCost after = current(benchTarget);
      return new IdleCost(
          (after.requests - before.requests) * PER_MINUTE_FACTOR,
          (after.ownCpuMillis - before.ownCpuMillis) * PER_MINUTE_FACTOR,
          (after.labCpuMillis - before.labCpuMillis) * PER_MINUTE_FACTOR);
    }
  }

  private static IdleCost current(BenchTarget benchTarget) {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long labs = benchTarget.labCpu();
    return new IdleCost(
        benchTarget.traffic().requests(),
        machine.getProcessCpuTime() / 1_000_000,
        labs / 1_000_000);
  }
}
