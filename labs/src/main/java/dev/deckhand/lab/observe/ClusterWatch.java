package dev.deckhand.lab.observe;

import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.observe.KindWatch.Onlooker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Watches a cluster's objects: one watch of the API server for each kind in a namespace. */
public final class ClusterWatch implements AutoCloseable {

  /** How long a watch that lost its server waits at most before it tries again. */
  public static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final List<KindWatch> watches;

  private ClusterWatch(List<KindWatch> watches) {
    this.watches = watches;
  }

  /**
   * Reports each object and release now, and again on each change, until it is closed. Subjects
   * that no watch of an API server tells of are passed over.
   */
  public static ClusterWatch of(
      ClusterSight sight,
      Collection<? extends Subject> subjects,
      Sightings sightings,
      Duration longestPause) {
    var kinds = new LinkedHashMap<Watched, List<Onlooker>>();
    for (Subject subject : subjects) {
      onlooker(subject, sightings)
          .ifPresent(onlooker ->
              kinds
                  .computeIfAbsent(watched(sight, onlooker.subject()), _ -> new ArrayList<>())
                  .add(onlooker));
    }
    return new ClusterWatch(
        kinds.values().stream()
            .map(onlookers -> KindWatch.start(sight, onlookers, longestPause))
            .toList());
  }

  /** What one watch of the API server tells of. */
  private record Watched(String apiVersion, String kind, String namespace) {}

  private static Watched watched(ClusterSight sight, KubernetesObject subject) {
    return new Watched(subject.apiVersion(), subject.kind(), sight.namespaceOf(subject));
  }

  private static Optional<Onlooker> onlooker(Subject subject, Sightings sightings) {
    return switch (subject) {
      case KubernetesObject object ->
          Optional.of(new Onlooker(object, seen -> sightings.saw(object, seen)));
      case HelmRelease release ->
          Optional.of(
              new Onlooker(
                  ReleaseSight.secrets(release),
                  seen -> sightings.saw(release, ReleaseSight.releases(seen))));
      case Subject.DockerObject _,
          Subject.HttpAnswer _,
          Subject.Execution _,
          Subject.WorkspaceFile _,
          Subject.JavaVariable _ ->
          Optional.empty();
    };
  }

  @Override
  public void close() {
    watches.forEach(KindWatch::close);
  }
}
