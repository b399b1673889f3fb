package dev.deckhand.workshop.bench;

import dev.deckhand.file.FolderTree;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.store.PrivatePostgres;
import dev.deckhand.workshop.store.StoreUnavailable;
import dev.deckhand.workshop.store.WorkshopStore;
import dev.deckhand.workshop.store.WorkshopStores;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures how long a write takes from the call to the answer while many write at once, on both
 * databases, and prints a table. {@code docs/bench/store} runs it.
 */
final class StoreBench {

  private static final String WORKSHOP = "bench";
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final int WRITERS = 200;
  private static final int EACH = 50;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private StoreBench() {}

  /** Writes once. */
  @FunctionalInterface
  private interface Write {
    void run(int writer) throws StoreUnavailable;
  }

  /**
   * Prints the table.
   *
   * @param arguments a folder on the disk that is to be measured
   */
  public static void main(String[] arguments) throws Exception {
    var bench = new StoreBench();
    bench.out.println("| database | what | writers | writes/s | p50 (ms) | p99 | slowest |");
    bench.out.println("|---|---|--:|--:|--:|--:|--:|");
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "deckhand-bench");
    try {
      bench.measure("SQLite", folder.resolve("bench.db").toString());
    } finally {
      FolderTree.delete(folder);
    }
    if (PrivatePostgres.missingPart().isPresent()) {
      bench.out.println(PrivatePostgres.missingPart().get());
    } else {
      PrivatePostgres server = PrivatePostgres.shared();
      bench.measure("PostgreSQL", server.address(server.createDatabase()));
    }
  }

  private void measure(String name, String address) throws Exception {
    try (WorkshopStore store = WorkshopStores.open(address, Path.of(""), Map.of())) {
      store.create(new WorkshopStore.StoredWorkshop(WORKSHOP, "docker", WRITERS, "code", NOW));
      var random = new Random(1);
      var seats = new ArrayList<SeatId>();
      for (int i = 0; i < WRITERS; i++) {
        seats.add(SeatId.random(random));
      }
      Write event =
          i -> store.append(WORKSHOP, NOW, new RoomEvent.HandRaised(seats.get(i)), List.of());
      var entry =
          new JournalEntry(
              NOW,
              "abcd2345",
              LessonId.of("docker/first-container"),
              new JournalEvent.CommandFinished(1, "docker ps", 0, "CONTAINER ID\n".repeat(20)));
      Write journal = i -> store.appendJournal(WORKSHOP, seats.get(i), entry);
      // the first run is the warm-up of the JVM, and isn't printed
      run(event, WRITERS);
      print(name, "event", 1, run(event, 1));
      print(name, "event", WRITERS, run(event, WRITERS));
      print(name, "journal entry", WRITERS, run(journal, WRITERS));
    }
  }

  /** Returns how long each write took, and at the end how long all took; in nanoseconds. */
  private static long[] run(Write write, int writers) throws Exception {
    var begin = new CountDownLatch(1);
    var times = new long[writers * EACH + 1];
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < writers; i++) {
        int writer = i;
        all.add(
            threads.submit(() -> {
              begin.await();
              for (int j = 0; j < EACH; j++) {
                long start = System.nanoTime();
                write.run(writer);
                times[writer * EACH + j] = System.nanoTime() - start;
              }
              return null;
            }));
      }
      long start = System.nanoTime();
      begin.countDown();
      for (Future<?> one : all) {
        one.get();
      }
      times[times.length - 1] = System.nanoTime() - start;
    }
    return times;
  }

  private void print(String name, String what, int writers, long[] times) {
    int count = times.length - 1;
    double seconds = times[count] / 1e9;
    long[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    out.printf(
        "| %s | %s | %d | %.0f | %.1f | %.1f | %.1f |%n",
        name,
        what,
        writers,
        count / seconds,
        sorted[count / 2] / 1e6,
        sorted[count * 99 / 100] / 1e6,
        sorted[count - 1] / 1e6);
  }
}
