package dev.deckhand.workshop.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times of one thing, from all learners, in nanoseconds. Thread-safe. */
record Samples(String name, Queue<Long> nanos) {

  static final String HEAD = "| what | times | p50 | p99 | slowest |\n|---|--:|--:|--:|--:|";

  Samples(String name) {
    this(name, new ConcurrentLinkedQueue<>());
  }

  void addSince(long began) {
    nanos.add(System.nanoTime() - began);
  }

  /**
   * A row of a table.
   *
   * @param unit in nanoseconds
   * @param suffix the unit's name
   */
  String row(double unit, String suffix) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      return "| " + name + " | 0 | – | – | – |";
    }
    return "| %s | %d | %.2f %s | %.2f | %.2f |"
        .formatted(
            name,
            sorted.length,
            sorted[sorted.length / 2] / unit,
            suffix,
            sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / unit,
            sorted[sorted.length - 1] / unit);
  }
}
