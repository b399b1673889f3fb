package dev.deckhand.shell.loop;

import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.Watch;
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.ClusterHealth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a lab questions. It always has an answer, since the session waits for one.
 *
 * @param bugs told of faults of Deckhand's own
 */
record LabQueries(Consumer<Throwable> bugs) {

  /** What the cluster's schema says of a kind or a field, or why nothing can be said. */
  ManualLookupResult manualEntry(@Nullable Lab lab, String path) {
    if (lab == null) {
      return new ManualLookupResult.Unavailable("There is no lab to be asked.");
    }
    try {
      return lab.manual()
          .map(manual -> manual.lookUp(path))
          .orElse(
              new ManualLookupResult.Unavailable(
                  "This lesson has no cluster; \"explain\" asks one for its kinds."));
    } catch (LabFault fault) {
      return new ManualLookupResult.Unavailable(fault.problem());
    } catch (RuntimeException | Error bug) {
      bugs.accept(bug);
      return new ManualLookupResult.Unavailable("The cluster's answer cannot be read: " + bug);
    }
  }

  /** The watched subjects that can't be reached now; the watch has reported them by then. */
  Set<Subject> unreachable(@Nullable SubjectWatch watch) {
    return watch == null ? Set.of() : answerOf(watch::verify, Set.of());
  }

  /** The causes of what was observed; none for subjects that can't be reached. */
  Map<Subject, List<String>> causes(
      @Nullable Lab lab, @Nullable SubjectWatch watch, Set<Subject> subjects) {
    Map<Subject, List<String>> causes = new LinkedHashMap<>();
    Set<Subject> unreachable = unreachable(watch);
    if (lab != null) {
      subjects.stream()
          .filter(subject -> !unreachable.contains(subject))
          .forEach(subject -> causes.put(subject, answerOf(() -> lab.causes(subject), List.of())));
    }
    return causes;
  }

  /** A lab's answer, or the fallback if the lab fails: a report without causes is still useful. */
  private <T> T answerOf(Supplier<T> question, T fallback) {
    try {
      return question.get();
    } catch (LabFault unreachable) {
      return fallback;
    } catch (RuntimeException | Error bug) {
      bugs.accept(bug);
      return fallback;
    }
  }

  /** Reports the health of the lab's cluster until it's closed; null if the lab has none. */
  static @Nullable Watch watchHealth(Lab lab, Consumer<ClusterHealth> listener) {
    return lab.canObserve(ClusterHealth.NODES)
        ? lab.watch(
            Set.of(ClusterHealth.NODES),
            seen -> listener.accept(ClusterHealth.of(seen.observation())))
        : null;
  }
}
