package dev.deckhand.lab.bench;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.observe.Observers;
import java.util.concurrent.CompletableFuture;

/** Something real, with numbered objects that are on or off. */
interface BenchTarget extends AutoCloseable {

  /** Its name in the table. */
  String label();

  /** The check document of an object: it holds while the object is on. */
  String document(int object);

  /** Makes that many objects, all off. */
  void make(int objects);

  /**
   * Turns an object on or off, by a client that is not the one under measurement.
   *
   * @return when the answer to the write came, in the nanoseconds of {@link System#nanoTime}
   */
  CompletableFuture<Long> setState(int object, boolean on);

  /** Looks once, as a poll does. */
  Observation look(Subject subject);

  /** What watches, as the program does. */
  Observers observers();

  /** The connection of {@link #look} and {@link #observers}. */
  TrafficRecorder traffic();

  /** Processor time that the lab's container has used, in nanoseconds. */
  long labCpu();

  @Override
  void close();

  static String name(int object) {
    return "bench-%02d".formatted(object);
  }
}
