package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Watch;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Looks at subjects of one type. Safe for use by several threads. */
public interface Observer<S extends Subject> {

  /** Looks once; never throws. */
  Observation observe(S subject);

  /** Explains why a subject is as it is, as {@code Lab.causes} does; never throws. */
  default List<String> causes(S subject) {
    return List.of();
  }

  /**
   * Tells what each subject is now, and again when it changes, until the watch is closed. The
   * observations of one subject are told in order. Polls, unless there is a better way.
   */
  default Watch watch(Set<S> subjects, BiConsumer<S, Observation> listener) {
    return ObservationPoller.start(subjects, this::observe, listener);
  }
}
