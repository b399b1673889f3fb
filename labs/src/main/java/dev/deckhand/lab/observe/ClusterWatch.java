package dev.deckhand.lab.observe;

import dev.deckhand.check.Subject.KubernetesObject;
import java.time.Duration;
import java.util.List;

/** Watches a cluster's objects: one watch of the API server for each subject. */
public final class ClusterWatch implements AutoCloseable {

  /** How long a watch that lost its server waits at most before it tries again. */
  public static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final List<SubjectWatch> watches;

  private ClusterWatch(List<SubjectWatch> watches) {
    this.watches = watches;
  }

  /** Reports each subject now, and again on each change, until it is closed. */
  public static ClusterWatch of(
      ClusterSight sight,
      List<KubernetesObject> subjects,
      Sightings sightings,
      Duration longestPause) {
    return new ClusterWatch(
        subjects.stream()
            .map(subject -> SubjectWatch.start(sight, subject, sightings, longestPause))
            .toList());
  }

  @Override
  public void close() {
    watches.forEach(SubjectWatch::close);
  }
}
