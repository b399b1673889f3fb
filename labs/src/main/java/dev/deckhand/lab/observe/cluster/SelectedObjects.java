package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.observe.JsonNodeConverter;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a kind in a namespace, as a list and the changes since report them; tells which of
 * them each subject selects. Of a few objects every change is told. Of many, the first change is
 * told at once, and those that follow it shortly are told together: each report holds all objects,
 * so that a thousand changes of a thousand objects would otherwise take a million of them.
 *
 * <p>Thread-safe.
 */
final class SelectedObjects implements AutoCloseable {

  private static final int FEW = 32;
  private static final Duration INTERVAL = Duration.ofMillis(50);

  /** A report of all objects costs the more the more there are. */
  private static final Duration INTERVAL_FOR_EACH = Duration.ofNanos(250_000);

  private static final Comparator<Known> OLDEST_FIRST =
      Comparator.comparing(Known::created)
          .thenComparing(Known::namespace)
          .thenComparing(Known::name);

  private final List<KubernetesObject> subjects;
  private final BiConsumer<KubernetesObject, Observation> listener;
  private final Map<String, Known> objects = new HashMap<>();
  private final Map<KubernetesObject, Long> toldAt = new HashMap<>();
  private final Set<KubernetesObject> delayed = new HashSet<>();
  private boolean closed;

  SelectedObjects(
      List<KubernetesObject> subjects, BiConsumer<KubernetesObject, Observation> listener) {
    this.subjects = List.copyOf(subjects);
    this.listener = listener;
  }

  /** Takes over what a list has, and tells it. */
  synchronized void begin(List<JsonNode> items) {
    items.forEach(object -> objects.put(ClusterReader.metadata(object, "uid"), known(object)));
    subjects.forEach(this::tell);
  }

  /** Applies an event of a watch; one that isn't a change is ignored. */
  synchronized void apply(JsonNode change) {
    JsonNode object = change.path("object");
    String uid = ClusterReader.metadata(object, "uid");
    @Nullable Known old;
    switch (change.path("type").asText()) {
      case "ADDED", "MODIFIED" -> old = objects.put(uid, known(object));
      case "DELETED" -> old = objects.remove(uid);
      default -> {
        return;
      }
    }
    var affected = new LinkedHashSet<KubernetesObject>();
    Known now = objects.get(uid);
    // an object that has lost its label was selected until now
    Stream.of(Optional.ofNullable(old), Optional.ofNullable(now))
        .flatMap(Optional::stream)
        .forEach(known -> affected.addAll(known.selectedBy()));
    affected.forEach(this::tellOrDelay);
  }

  private void tellOrDelay(KubernetesObject subject) {
    Long told = toldAt.get(subject);
    long wait = told == null ? 0 : told + interval() - System.nanoTime();
    // an object's name selects one at most
    if (objects.size() <= FEW || subject.name() != null || wait <= 0) {
      tell(subject);
    } else if (delayed.add(subject)) {
      Thread.ofVirtual().name("delayed report").start(() -> tellDelayed(subject, wait));
    }
  }

  /** The shortest time between two reports, in nanoseconds. */
  private long interval() {
    return Math.max(INTERVAL.toNanos(), INTERVAL_FOR_EACH.toNanos() * objects.size());
  }

  private void tellDelayed(KubernetesObject subject, long nanoseconds) {
    try {
      Thread.sleep(Duration.ofNanos(nanoseconds));
    } catch (InterruptedException stopped) {
      return;
    }
    synchronized (this) {
      if (delayed.contains(subject) && !closed) {
        tell(subject);
      }
    }
  }

  private void tell(KubernetesObject subject) {
    delayed.remove(subject);
    List<DataNode> selected =
        objects.values().stream()
            .filter(known -> known.selectedBy().contains(subject))
            .sorted(OLDEST_FIRST)
            .map(Known::node)
            .toList();
    listener.accept(subject, ClusterReader.snapshotOfNodes(subject, selected));
    toldAt.put(subject, System.nanoTime());
  }

  /** Nothing is told after this returns. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  private Known known(JsonNode object) {
    return new Known(
        ClusterReader.metadata(object, "creationTimestamp"),
        ClusterReader.metadata(object, "namespace"),
        ClusterReader.metadata(object, "name"),
        subjects.stream().filter(subject -> ClusterReader.selects(subject, object)).toList(),
        JsonNodeConverter.toNode(object));
  }

  /**
   * What is kept of an object: as checks see it, since the server's words take as much memory
   * again.
   *
   * @param selectedBy the subjects that select it
   */
  private record Known(
      String created,
      String namespace,
      String name,
      List<KubernetesObject> selectedBy,
      DataNode node) {}
}
