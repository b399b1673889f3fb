package dev.deckhand.lab.observe;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Manual;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lesson.Ability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One part of a lab: an engine, a cluster, a Java shell or the workspace. As in {@code Lab}. */
public interface LabPart extends AutoCloseable {

  /** What it can look at. */
  Observers observers();

  default Set<Ability> abilities() {
    return Set.of();
  }

  default Map<String, String> environment() {
    return Map.of();
  }

  default Optional<JavaShell> java() {
    return Optional.empty();
  }

  default Optional<Manual> manual() {
    return Optional.empty();
  }

  default Optional<Recorder> recorder() {
    return Optional.empty();
  }

  default List<String> names(NameQuery query) {
    return List.of();
  }

  default void onLost(Consumer<LabFault> listener) {}

  default void clear() throws InterruptedException {}

  /** Names what differs from the state in which it became ready. */
  default List<String> changes() {
    return List.of();
  }

  @Override
  void close();
}
