package dev.deckhand.shell.cli.author;

import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.SharedCluster;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Which of the lessons that are tested share a cluster: those whose authors say that they keep to
 * their namespace, that need the same abilities, and of which no two have the same namespace. A
 * lesson that has nobody to share with has its own.
 */
final class SharedClusterPool implements AutoCloseable {

  /** Closed by the command, or by a shutdown meanwhile. */
  private final List<Shared> clusters = new CopyOnWriteArrayList<>();

  private final Map<LessonId, SharedCluster> clustersByLesson = new HashMap<>();

  private record Shared(
      List<Lesson> lessons, SharedCluster cluster, SessionFolders.LockedFolder held) {}

  private SharedClusterPool() {}

  /** Assigns lessons to clusters. Starts nothing. */
  static SharedClusterPool of(
      List<Lesson> lessons, LabFactory labs, SessionFolders sessionFolders) {
    var clusters = new SharedClusterPool();
    try {
      for (List<Lesson> together : groupsToShare(lessons)) {
        clusters.share(together, labs, sessionFolders);
      }
      return clusters;
    } catch (IOException | RuntimeException failure) {
      clusters.close();
      throw failure instanceof RuntimeException ours
          ? ours
          : new UncheckedIOException((IOException) failure);
    }
  }

  static List<List<Lesson>> groupsToShare(List<Lesson> lessons) {
    var groups = new LinkedHashMap<Set<Ability>, List<Lesson>>();
    for (Lesson lesson : lessons) {
      LabNeeds needs = lesson.needs();
      if (needs.tenancy() != Tenancy.OWN) {
        List<Lesson> group = groups.computeIfAbsent(needs.abilities(), _ -> new ArrayList<>());
        if (group.stream().noneMatch(one -> one.needs().namespace().equals(needs.namespace()))) {
          group.add(lesson);
        }
      }
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private void share(List<Lesson> together, LabFactory labs, SessionFolders sessionFolders)
      throws IOException {
    SessionFolders.LockedFolder lockedFolder = sessionFolders.openTemporary();
    Optional<SharedCluster> sharedCluster =
        labs.sharedCluster(needs(together), lockedFolder.folder());
    if (sharedCluster.isEmpty()) {
      lockedFolder.close();
      return;
    }
    clusters.add(new Shared(together, sharedCluster.get(), lockedFolder));
    together.forEach(lesson -> clustersByLesson.put(lesson.id(), sharedCluster.get()));
  }

  /** Combines the images of all lessons; they differ only in images and namespaces. */
  private static LabNeeds needs(List<Lesson> together) {
    var images = new LinkedHashSet<String>();
    // each lesson's own constraints are compared before; these only tell which tools are used
    var versions = new EnumMap<VersionedTool, VersionConstraint>(VersionedTool.class);
    for (Lesson lesson : together) {
      images.addAll(lesson.needs().images());
      versions.putAll(lesson.needs().versions());
    }
    LabNeeds one = together.getFirst().needs();
    return new LabNeeds(
        one.labs(),
        List.copyOf(images),
        one.abilities(),
        LabNeeds.NONE.namespace(),
        Tenancy.OWN,
        versions);
  }

  /** Returns the number of shared clusters. */
  int clusterCount() {
    return clusters.size();
  }

  /** Returns a lesson's shared cluster; empty if it has its own lab. */
  Optional<SharedCluster> of(Lesson lesson) {
    return Optional.ofNullable(clustersByLesson.get(lesson.id()));
  }

  /** Describes objects that lessons left outside their namespaces, one sentence per cluster. */
  List<String> strayObjects() {
    var strays = new ArrayList<String>();
    for (Shared cluster : clusters) {
      List<String> found = cluster.cluster().changesOutsideNamespaces();
      if (!found.isEmpty()) {
        strays.add(
            "In the cluster that "
                + String.join(
                    ", ", cluster.lessons().stream().map(one -> one.id().toString()).toList())
                + " share, something is outside their namespaces: "
                + String.join(", ", found)
                + ".");
      }
    }
    return strays;
  }

  /** Removes the clusters. Safe to call twice, also from two threads. */
  @Override
  public void close() {
    for (Shared cluster : clusters) {
      cluster.cluster().close();
      try {
        cluster.held().close();
      } catch (IOException left) {
        // the next start removes it
      }
    }
    clusters.clear();
  }
}
