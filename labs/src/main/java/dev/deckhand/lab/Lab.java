package dev.deckhand.lab;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Ability;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Something real to learn on: an engine, a cluster, or both. Safe for use by several threads. */
public interface Lab extends AutoCloseable {

  /** What it can do beyond the plain. */
  Set<Ability> abilities();

  /**
   * The variables that point a learner's commands at this lab and at nothing else: {@code
   * KUBECONFIG}, {@code DOCKER_HOST} and the like.
   */
  Map<String, String> environment();

  /** Whether it has eyes for such a subject. */
  boolean canObserve(Subject subject);

  /** The Java that a lesson speaks; empty where it speaks none. */
  default Optional<JavaShell> java() {
    return Optional.empty();
  }

  /** What it can tell of its own kinds of objects; empty where it has none. */
  default Optional<Manual> manual() {
    return Optional.empty();
  }

  /** What keeps the evidence for an X-ray; empty where nothing does. */
  default Optional<Recorder> recorder() {
    return Optional.empty();
  }

  /**
   * Names what there is of some things now, for completion; nothing where there are none, or nobody
   * answers. May wait for the network; never throws.
   */
  default List<String> names(NameQuery nameQueries) {
    return List.of();
  }

  /** Looks once. An object that does not exist is seen as an empty list; never throws. */
  Observation observe(Subject subject);

  /**
   * Reports what each subject is now, and again on each change, until the watch is closed. Driven
   * by the API server's watches and the engine's events; what has none (addresses, commands, files)
   * is looked at again every second or so. Sightings come one at a time, in order, on a thread of
   * the lab's.
   */
  Watch watch(Collection<Subject> subjects, Consumer<SubjectObservation> subjectObservations);

  /**
   * Says why a subject is as it is, as far as the lab knows: conditions, events, a container's last
   * state. One sentence each, the most telling first, three at most; empty where nothing is known.
   */
  List<String> causes(Subject subject);

  /**
   * Calls back once when the lab is gone from under the learner: its container killed, its engine
   * down. Not called by {@link #close}.
   */
  void onLost(Consumer<LabFault> listener);

  /**
   * Brings the lab back to what it was when it was ready: what was made since is gone, what was
   * preloaded is there.
   *
   * @throws LabFault if the lab does not answer
   */
  void clear() throws InterruptedException;

  /** Removes all that the lab started, in reverse order. Safe to call twice; never throws. */
  @Override
  void close();
}
