package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SubjectObservation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Passes observations of several threads on to one listener: one at a time, and only changes. The
 * listener is called on the thread that observed.
 */
final class ObservationGate implements AutoCloseable {

  private final Consumer<SubjectObservation> listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Subject, Observation> latest = new HashMap<>();
  private final Map<Subject, Observation> told = new HashMap<>();
  private final Set<Subject> suspended = new HashSet<>();
  private boolean closed;

  ObservationGate(Consumer<SubjectObservation> listener) {
    this.listener = listener;
  }

  /** Tells an observation, unless it is the one that was told last. */
  void add(Subject subject, Observation observation) {
    locked(() -> {
      suspended.remove(subject);
      latest.put(subject, observation);
      tell(subject, observation);
    });
  }

  /** Tells that subjects can't be seen, until they are seen again or are resumed. */
  void suspend(Collection<? extends Subject> subjects, Observation.Unreachable reason) {
    locked(() ->
        subjects.forEach(subject -> {
          suspended.add(subject);
          tell(subject, reason);
        }));
  }

  /** Tells again what was known of the suspended ones among these subjects. */
  void resume(Collection<? extends Subject> subjects) {
    locked(() -> {
      for (Subject subject : subjects) {
        Observation known = latest.get(subject);
        if (suspended.remove(subject) && known != null) {
          tell(subject, known);
        }
      }
    });
  }

  private void tell(Subject subject, Observation observation) {
    if (!closed && !observation.equals(told.put(subject, observation))) {
      listener.accept(new SubjectObservation(subject, observation));
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing is told after this returns, unless the listener itself closes. */
  @Override
  public void close() {
    locked(() -> closed = true);
  }
}
