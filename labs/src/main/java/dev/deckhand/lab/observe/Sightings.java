package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Sighting;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands sightings to one listener, one at a time and in order, on one thread; what was seen already
 * is not told again.
 */
public final class Sightings implements AutoCloseable {

  private final LinkedBlockingQueue<Sighting> waiting = new LinkedBlockingQueue<>();
  private final Map<Subject, Observation> told = new HashMap<>();
  private final Consumer<Sighting> listener;
  private final ReentrantLock telling = new ReentrantLock();
  private final Thread thread;
  private volatile boolean closed;

  private Sightings(Consumer<Sighting> listener) {
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("sightings").unstarted(this::deliver);
  }

  /** Starts to hand sightings to a listener. */
  public static Sightings to(Consumer<Sighting> listener) {
    var sightings = new Sightings(listener);
    sightings.thread.start();
    return sightings;
  }

  /** Says what was seen; returns at once. */
  public void saw(Subject subject, Observation observation) {
    waiting.add(new Sighting(subject, observation));
  }

  private void deliver() {
    while (!closed) {
      Sighting next = take();
      if (next == null) {
        return;
      }
      telling.lock();
      try {
        if (!closed && !next.observation().equals(told.put(next.subject(), next.observation()))) {
          listener.accept(next);
        }
      } finally {
        telling.unlock();
      }
    }
  }

  private @Nullable Sighting take() {
    try {
      return waiting.take();
    } catch (InterruptedException stopped) {
      return null;
    }
  }

  /** Stops; nothing is told after it returns, unless the listener itself closes. */
  @Override
  public void close() {
    closed = true;
    telling.lock();
    try {
      if (!Thread.currentThread().equals(thread)) {
        thread.interrupt();
      }
    } finally {
      telling.unlock();
    }
  }
}
