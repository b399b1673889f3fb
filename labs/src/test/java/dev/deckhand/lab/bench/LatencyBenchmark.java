package dev.deckhand.lab.bench;

import dev.deckhand.lab.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long changes take to become verdicts. Ways take turns in short blocks, so that what
 * else the machine does hits all alike; the first rounds of each block are not counted.
 *
 * @param checks how many checks the step has, each on an object of its own
 * @param changes how many of the objects change at once
 */
record LatencyBenchmark(BenchTarget target, int checks, int changes) {

  private static final int WARM_UP = 3;
  private static final int LIMIT_SECONDS = 60;

  /**
   * What was measured of one way.
   *
   * @param fromEvent from the arrival of the bytes that tell of a change
   * @param fromWrite from the arrival of the answer to the write
   */
  record Latencies(DurationSamples fromEvent, DurationSamples fromWrite) {}

  /** How many rounds of a way make a block; slow ways get fewer, or they would take an hour. */
  interface Rounds {
    int of(ObservationMode observationMode);
  }

  Map<ObservationMode, Latencies> measure(int blocks, Rounds rounds) throws InterruptedException {
    var latencies = new LinkedHashMap<ObservationMode, Latencies>();
    ObservationMode.ALL.stream()
        .filter(observationMode -> rounds.of(observationMode) > 0)
        .forEach(observationMode ->
            latencies.put(
                observationMode, new Latencies(new DurationSamples(), new DurationSamples())));
    var random = new Random(7);
    try (var benchSession = new BenchSession(target, checks)) {
      for (int block = 0; block < blocks; block++) {
        for (var observationMode : latencies.entrySet()) {
          block(
              benchSession,
              observationMode.getKey(),
              rounds.of(observationMode.getKey()),
              observationMode.getValue(),
              random);
        }
      }
    }
    return latencies;
  }

  private void block(
      BenchSession benchSession,
      ObservationMode observationMode,
      int rounds,
      Latencies latencies,
      Random random)
      throws InterruptedException {
    var before = new ArrayList<CompletableFuture<Long>>();
    for (int check = 0; check < checks; check++) {
      before.add(benchSession.next(check, false));
    }
    try (Watch _ = observationMode.start(target, benchSession.subjects(), benchSession::observed)) {
      // an update tells those who wait; what was off before this block needs one message to say so
      allOf(before);
      for (int round = -WARM_UP; round < rounds; round++) {
        TimeUnit.NANOSECONDS.sleep(
            (long) (random.nextDouble() * observationMode.period().toNanos()));
        List<Integer> objects =
            changes == 1
                ? List.of(random.nextInt(checks))
                : java.util.stream.IntStream.range(0, changes).boxed().toList();
        change(
            benchSession,
            objects,
            true,
            round < 0 ? new Latencies(new DurationSamples(), new DurationSamples()) : latencies);
        TimeUnit.NANOSECONDS.sleep(
            (long) (random.nextDouble() * observationMode.period().toNanos()));
        change(
            benchSession,
            objects,
            false,
            round < 0 ? new Latencies(new DurationSamples(), new DurationSamples()) : latencies);
      }
    }
  }

  private void change(
      BenchSession benchSession, List<Integer> objects, boolean on, Latencies latencies) {
    target.traffic().clear();
    var verdicts = new ArrayList<CompletableFuture<Long>>();
    objects.forEach(object -> verdicts.add(benchSession.next(object, on)));
    var writes = new ArrayList<CompletableFuture<Long>>();
    objects.forEach(object -> writes.add(target.setState(object, on)));
    allOf(writes);
    allOf(verdicts);
    for (int i = 0; i < objects.size(); i++) {
      long verdict = verdicts.get(i).join();
      latencies.fromWrite().add(verdict - writes.get(i).join());
      target
          .traffic()
          .receivedAt(BenchTarget.name(objects.get(i)))
          .ifPresent(came -> latencies.fromEvent().add(verdict - came));
    }
  }

  private static void allOf(List<CompletableFuture<Long>> futures) {
    CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
