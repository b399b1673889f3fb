package dev.deckhand.lab.bench;

import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.Sightings;
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
record Speed(Pier pier, int checks, int changes) {

  private static final int WARM_UP = 3;
  private static final int LIMIT_SECONDS = 60;

  /**
   * What was measured of one way.
   *
   * @param fromNews from the arrival of the bytes that tell of a change
   * @param fromWrite from the arrival of the answer to the write
   */
  record Taken(Figures fromNews, Figures fromWrite) {}

  /** How many rounds of a way make a block; slow ways get fewer, or they would take an hour. */
  interface Rounds {
    int of(Way way);
  }

  Map<Way, Taken> measure(int blocks, Rounds rounds) throws InterruptedException {
    var taken = new LinkedHashMap<Way, Taken>();
    Way.ALL.stream()
        .filter(way -> rounds.of(way) > 0)
        .forEach(way -> taken.put(way, new Taken(new Figures(), new Figures())));
    var random = new Random(7);
    try (var desk = new Desk(pier, checks)) {
      for (int block = 0; block < blocks; block++) {
        for (var way : taken.entrySet()) {
          block(desk, way.getKey(), rounds.of(way.getKey()), way.getValue(), random);
        }
      }
    }
    return taken;
  }

  private void block(Desk desk, Way way, int rounds, Taken taken, Random random)
      throws InterruptedException {
    var before = new ArrayList<CompletableFuture<Long>>();
    for (int check = 0; check < checks; check++) {
      before.add(desk.next(check, false));
    }
    try (Sightings sightings = Sightings.to(desk::sighted);
        Watch _ = way.start(pier, desk.subjects(), sightings)) {
      // an update tells those who wait; what was off before this block needs one message to say so
      allOf(before);
      for (int round = -WARM_UP; round < rounds; round++) {
        TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * way.period().toNanos()));
        List<Integer> objects =
            changes == 1
                ? List.of(random.nextInt(checks))
                : java.util.stream.IntStream.range(0, changes).boxed().toList();
        change(desk, objects, true, round < 0 ? new Taken(new Figures(), new Figures()) : taken);
        TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * way.period().toNanos()));
        change(desk, objects, false, round < 0 ? new Taken(new Figures(), new Figures()) : taken);
      }
    }
  }

  private void change(Desk desk, List<Integer> objects, boolean on, Taken taken) {
    pier.wire().clear();
    var verdicts = new ArrayList<CompletableFuture<Long>>();
    objects.forEach(object -> verdicts.add(desk.next(object, on)));
    var writes = new ArrayList<CompletableFuture<Long>>();
    objects.forEach(object -> writes.add(pier.turn(object, on)));
    allOf(writes);
    allOf(verdicts);
    for (int i = 0; i < objects.size(); i++) {
      long verdict = verdicts.get(i).join();
      taken.fromWrite().add(verdict - writes.get(i).join());
      pier.wire()
          .cameFor(Pier.name(objects.get(i)))
          .ifPresent(came -> taken.fromNews().add(verdict - came));
    }
  }

  private static void allOf(List<CompletableFuture<Long>> futures) {
    CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
