package dev.deckhand.workshop.program;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The log of requests. Lines that come faster than the disk takes them are dropped. */
final class AccessLog implements AutoCloseable {

  private static final int MAX_WAITING = 10_000;
  private static final long MAX_BYTES = 64L << 20;

  private final Path file;
  private final Clock clock;
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread;

  AccessLog(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    this.file = folder.resolve("access.log");
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("access-log").start(this::run);
  }

  /** Adds a line. Returns at once. */
  void write(String line) {
    var _ = waiting.offer(clock.instant() + " " + line + "\n");
  }

  private void run() {
    try {
      while (true) {
        append(waiting.take());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(String first) throws InterruptedException {
    try (BufferedWriter out =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = first; line != null; line = waiting.poll(1, TimeUnit.SECONDS)) {
        if (Files.size(file) < MAX_BYTES) {
          out.write(line);
          out.flush();
        }
      }
    } catch (IOException full) {
      // the workshop goes on without a log
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
