package dev.deckhand.lab.observe.cluster;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.observe.Observer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Observes a cluster's objects: one watch of the API server for each kind in a namespace.
 *
 * @param maxBackoff how long a watch that lost its server waits at most before it tries again
 */
public record KubernetesObserver(ClusterReader reader, Duration maxBackoff)
    implements Observer<KubernetesObject> {

  @Override
  public Observation observe(KubernetesObject subject) {
    return reader.observe(subject);
  }

  @Override
  public List<String> causes(KubernetesObject subject) {
    return new ClusterCauses(reader).of(subject);
  }

  /** What one watch of the API server reports. */
  private record Scope(String apiVersion, String kind, String namespace) {}

  @Override
  public Watch watch(
      Set<KubernetesObject> subjects, BiConsumer<KubernetesObject, Observation> listener) {
    List<KindWatch> watches =
        subjects.stream()
            .collect(
                Collectors.groupingBy(subject ->
                    new Scope(subject.apiVersion(), subject.kind(), reader.namespaceOf(subject))))
            .values()
            .stream()
            .map(ofOneKind -> KindWatch.start(reader, ofOneKind, listener, maxBackoff))
            .toList();
    return () -> watches.forEach(KindWatch::close);
  }
}
