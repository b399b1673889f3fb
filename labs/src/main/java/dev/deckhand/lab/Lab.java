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

/**
 * A real environment to learn in: an engine, a cluster, a Java shell, a workspace, or several of
 * them. Safe for use by several threads.
 */
public interface Lab extends AutoCloseable {

  /** Its optional abilities. */
  Set<Ability> abilities();

  /**
   * The variables that point a learner's commands at this lab and at nothing else: {@code
   * KUBECONFIG}, {@code DOCKER_HOST} and the like.
   */
  Map<String, String> environment();

  /** Whether it can observe a subject of this type. */
  boolean canObserve(Subject subject);

  /** The lesson's Java shell; empty if the lesson has none. */
  default Optional<JavaShell> java() {
    return Optional.empty();
  }

  /** The reference of its kinds of objects; empty if it has none. */
  default Optional<Manual> manual() {
    return Optional.empty();
  }

  /** The source of an X-ray's evidence; empty if nothing is recorded. */
  default Optional<Recorder> recorder() {
    return Optional.empty();
  }

  /**
   * Lists names of objects for completion; empty if there are none, or the lab doesn't answer. May
   * wait for the network; never throws.
   */
  default List<String> names(NameQuery query) {
    return List.of();
  }

  /** Observes a subject once. An object that doesn't exist is an empty list; never throws. */
  Observation observe(Subject subject);

  /**
   * Reports what each subject is now, and again on each change, until the watch is closed. Objects
   * are followed by the API server's watches and the engine's events; addresses, commands and files
   * are polled about once a second. Observations arrive one at a time and in order, on threads of
   * the connections: the listener must return at once, and must not call the lab.
   */
  SubjectWatch watch(Collection<Subject> subjects, Consumer<SubjectObservation> listener);

  /**
   * Explains why a subject is as it is, as far as the lab knows: conditions, events, a container's
   * last state. One sentence each, the most important first, at most three; empty if nothing is
   * known.
   */
  List<String> causes(Subject subject);

  /**
   * Calls back once if the lab is lost: its container was killed, or its engine is down. Not called
   * because of {@link #close}.
   */
  void onLost(Consumer<LabFault> listener);

  /**
   * Returns the lab to the state it was in when it became ready: what was created since is removed,
   * and missing preloaded images are loaded again.
   *
   * @throws LabFault if the lab doesn't answer
   */
  void clear() throws InterruptedException;

  /**
   * Names what differs from the state in which the lab became ready: what was made since, and what
   * is missing. Empty after {@link #clear}.
   */
  default List<String> changes() {
    return List.of();
  }

  /**
   * Removes everything that the lab started, in reverse order. Safe to call twice; never throws.
   */
  @Override
  void close();
}
