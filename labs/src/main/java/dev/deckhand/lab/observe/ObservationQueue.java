package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectObservation;
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
public final class ObservationQueue implements AutoCloseable {

  private final LinkedBlockingQueue<SubjectObservation> waiting = new LinkedBlockingQueue<>();
  private final Map<Subject, Observation> delivered = new HashMap<>();
  private final Consumer<SubjectObservation> listener;
  private final ReentrantLock deliveryLock = new ReentrantLock();
  private final Thread thread;
  private volatile boolean closed;

  private ObservationQueue(Consumer<SubjectObservation> listener) {
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("sightings").unstarted(this::deliver);
  }

  /** Starts to hand sightings to a listener. */
  public static ObservationQueue startFor(Consumer<SubjectObservation> listener) {
    var observations = new ObservationQueue(listener);
    observations.thread.start();
    return observations;
  }

  /** Says what was seen; returns at once. */
  public void add(Subject subject, Observation observation) {
    waiting.add(new SubjectObservation(subject, observation));
  }

  private void deliver() {
    while (!closed) {
      SubjectObservation next = take();
      if (next == null) {
        return;
      }
      deliveryLock.lock();
      try {
        if (!closed
            && !next.observation().equals(delivered.put(next.subject(), next.observation()))) {
          listener.accept(next);
        }
      } finally {
        deliveryLock.unlock();
      }
    }
  }

  private @Nullable SubjectObservation take() {
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
    deliveryLock.lock();
    try {
      if (!Thread.currentThread().equals(thread)) {
        thread.interrupt();
      }
    } finally {
      deliveryLock.unlock();
    }
  }
}
