package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where Deckhand keeps what lasts: one folder, easily found and easily removed. Each learner with a
 * name has one of their own within it.
 *
 * @param root {@code ~/.deckhand} unless told otherwise
 * @param learner whose it is; empty for whoever gives no name
 */
public record StateFolder(Path root, String learner) {

  private static final String LEARNERS = "learners";
  private static final Set<String> RESERVED_NAMES = Set.of(LEARNERS, "run", "log");

  public StateFolder(Path root) {
    this(root, "");
  }

  /**
   * A learner's own folder within this one.
   *
   * @throws IllegalArgumentException if another learner's name differs by case alone
   */
  public StateFolder of(Learner who) throws IOException {
    for (String other : learners()) {
      if (who.differsByCaseAlone(other)) {
        throw new IllegalArgumentException(
            "There is a learner \""
                + other
                + "\" already, and names that differ by case alone are not told apart.");
      }
    }
    return new StateFolder(root.resolve(LEARNERS).resolve(who.name()), who.name());
  }

  /** The names of the learners that have a folder here, in the order of the alphabet. */
  public List<String> learners() throws IOException {
    Path folder = root.resolve(LEARNERS);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Makes the folder, and marks it as Deckhand's own unless somebody else's files are in it. */
  public void create() throws IOException {
    boolean others = Files.isDirectory(root) && !isEmpty(root) && !Files.exists(journal());
    Files.createDirectories(root);
    if (!others && !hasMarker()) {
      Files.writeString(
          markerFile(),
          "Deckhand made this folder. \"deckhand clean --work\" removes what is Deckhand's in it.\n");
    }
  }

  /** Whether Deckhand made the folder. */
  public boolean hasMarker() {
    return Files.isRegularFile(markerFile(), LinkOption.NOFOLLOW_LINKS);
  }

  /** The file that says so. */
  public Path markerFile() {
    return root.resolve(".deckhand-made");
  }

  /** Whether nothing is in it but what other learners and commands made. */
  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).allMatch(RESERVED_NAMES::contains);
    }
  }

  /** The record of all that the learner did. */
  public Path journal() {
    return root.resolve("journal.jsonl");
  }

  /** The learner's files of a lesson. */
  public Path workspace(LessonId lesson) {
    return root.resolve("work").resolve(lesson.course()).resolve(lesson.lesson());
  }

  /** Where a workspace's files are put aside before a reset or a replay. */
  public Path backups(LessonId lesson) {
    return root.resolve("attic").resolve(lesson.course()).resolve(lesson.lesson());
  }

  /** The learner's notes of all lessons. */
  public Path notes() {
    return root.resolve("notes");
  }

  /** The learner's notes of a lesson. */
  public Path notes(LessonId lesson) {
    return notes().resolve(lesson.course()).resolve(lesson.lesson());
  }

  /** The lines that were typed in a lesson. */
  public Path history(LessonId lesson) {
    return root.resolve("history").resolve(lesson.course() + "-" + lesson.lesson());
  }

  /** The folders of sessions that run, or were killed. */
  public Path sessions() {
    return root.resolve("run");
  }

  /** What the program has to say about itself when something goes wrong. */
  public Path log() {
    return root.resolve("log");
  }

  /** Whose containers are ours: the label's value tells state folders of one machine apart. */
  public String ownerLabel() {
    return Integer.toHexString(root.toAbsolutePath().normalize().toString().hashCode());
  }
}
