package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.Lodge;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.shell.loop.SessionRooms;
import dev.deckhand.shell.loop.WorkspaceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the lessons that are tested share a cluster: those whose authors say that they keep to
 * their namespace, that need the same abilities, and of which no two have the same namespace. A
 * lesson that has nobody to share with has its own.
 */
final class Lodgings implements AutoCloseable {

  private final List<Shared> clusters = new ArrayList<>();
  private final Map<LessonId, Lodge> lodges = new HashMap<>();

  private record Shared(
      List<Lesson> lessons, Lodge lodge, SessionRooms.Held held, Path workspace) {}

  private Lodgings() {}

  /** Plans who lives where. Starts nothing. */
  static Lodgings of(List<Lesson> lessons, LabFactory labs, SessionRooms rooms) {
    var lodgings = new Lodgings();
    try {
      for (List<Lesson> together : together(lessons)) {
        lodgings.share(together, labs, rooms);
      }
      return lodgings;
    } catch (IOException | RuntimeException failure) {
      lodgings.close();
      throw failure instanceof RuntimeException ours
          ? ours
          : new UncheckedIOException((IOException) failure);
    }
  }

  static List<List<Lesson>> together(List<Lesson> lessons) {
    var groups = new LinkedHashMap<Set<Ability>, List<Lesson>>();
    for (Lesson lesson : lessons) {
      LabNeeds needs = lesson.needs();
      if (needs.tenancy() == Tenancy.SHARED) {
        List<Lesson> group = groups.computeIfAbsent(needs.abilities(), _ -> new ArrayList<>());
        if (group.stream().noneMatch(one -> one.needs().namespace().equals(needs.namespace()))) {
          group.add(lesson);
        }
      }
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private void share(List<Lesson> together, LabFactory labs, SessionRooms rooms)
      throws IOException {
    Path workspace = Files.createTempDirectory("deckhand-test");
    SessionRooms.Held held = rooms.open(workspace.resolve("work"));
    Optional<Lodge> lodge = labs.lodge(needs(together), held.room());
    if (lodge.isEmpty()) {
      held.close();
      WorkspaceFiles.delete(workspace);
      return;
    }
    clusters.add(new Shared(together, lodge.get(), held, workspace));
    together.forEach(lesson -> lodges.put(lesson.id(), lodge.get()));
  }

  /** All images of all of them; the rest they have in common, but for their namespaces. */
  private static LabNeeds needs(List<Lesson> together) {
    var images = new LinkedHashSet<String>();
    together.forEach(lesson -> images.addAll(lesson.needs().images()));
    LabNeeds one = together.getFirst().needs();
    return new LabNeeds(
        one.labs(), List.copyOf(images), one.abilities(), LabNeeds.NONE.namespace());
  }

  /** How many clusters are shared. */
  int clusters() {
    return clusters.size();
  }

  /** Where a lesson lives with others; empty where it has a lab of its own. */
  Optional<Lodge> of(Lesson lesson) {
    return Optional.ofNullable(lodges.get(lesson.id()));
  }

  /** Says what lessons left outside of their namespaces, a sentence for each cluster. */
  List<String> strays() {
    var strays = new ArrayList<String>();
    for (Shared cluster : clusters) {
      List<String> found = cluster.lodge().strays();
      if (!found.isEmpty()) {
        strays.add(
            "In the cluster that "
                + String.join(
                    ", ", cluster.lessons().stream().map(one -> one.id().toString()).toList())
                + " share, something is not in one of their namespaces: "
                + String.join(", ", found)
                + ".");
      }
    }
    return strays;
  }

  @Override
  public void close() {
    for (Shared cluster : clusters) {
      cluster.lodge().close();
      try {
        cluster.held().close();
        WorkspaceFiles.delete(cluster.workspace());
      } catch (IOException left) {
        // it is swept at the next start
      }
    }
    clusters.clear();
  }
}
