package dev.deckhand.lab.observe;

import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.observe.KindWatch.Subscription;
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
      ClusterReader reader,
      Collection<? extends Subject> subjects,
      ObservationQueue observations,
      Duration longestPause) {
    var kinds = new LinkedHashMap<WatchKey, List<Subscription>>();
    for (Subject subject : subjects) {
      subscription(subject, observations)
          .ifPresent(subscription ->
              kinds
                  .computeIfAbsent(watchKey(reader, subscription.subject()), _ -> new ArrayList<>())
                  .add(subscription));
    }
    return new ClusterWatch(
        kinds.values().stream()
            .map(subscriptions -> KindWatch.start(reader, subscriptions, longestPause))
            .toList());
  }

  /** What one watch of the API server tells of. */
  private record WatchKey(String apiVersion, String kind, String namespace) {}

  private static WatchKey watchKey(ClusterReader reader, KubernetesObject subject) {
    return new WatchKey(subject.apiVersion(), subject.kind(), reader.namespaceOf(subject));
  }

  private static Optional<Subscription> subscription(
      Subject subject, ObservationQueue observations) {
    return switch (subject) {
      case KubernetesObject object ->
          Optional.of(new Subscription(object, seen -> observations.add(object, seen)));
      case HelmRelease release ->
          Optional.of(
              new Subscription(
                  HelmReleaseReader.secretsOf(release),
                  seen -> observations.add(release, HelmReleaseReader.releases(seen))));
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
