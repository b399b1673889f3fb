package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder in which Deckhand keeps its state. Each learner with a name has a folder of their own
 * in it.
 *
 * @param root {@code ~/.deckhand} by default
 * @param learner the learner's name; empty for none
 */
public record StateFolder(Path root, String learner) {

  private static final String LEARNERS = "learners";
  private static final Set<String> RESERVED_NAMES = Set.of(LEARNERS, "run", "log");

  public StateFolder(Path root) {
    this(root, "");
  }

  /**
   * The folder of this account, which {@code DECKHAND_STATE} names.
   *
   * @param variables the environment variables
   * @param home the user's home folder
   */
  public static StateFolder of(Map<String, String> variables, Path home) {
    String chosen = variables.getOrDefault("DECKHAND_STATE", "");
    return new StateFolder(
        chosen.isEmpty() ? home.resolve(".deckhand") : Path.of(chosen).toAbsolutePath());
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

  /** The names of learners who have a folder here, sorted. */
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

  /**
   * Creates the folder, and marks it as Deckhand's own unless it contains other files.
   *
   * @throws UnwritableStateException if that fails
   */
  public void create() throws UnwritableStateException {
    try {
      createAndMark();
      if (!Files.isWritable(root)) {
        throw new AccessDeniedException(root.toString());
      }
    } catch (IOException unwritable) {
      throw new UnwritableStateException(root, unwritable);
    }
  }

  private void createAndMark() throws IOException {
    boolean others = Files.isDirectory(root) && !isEmpty(root) && !Files.exists(journal());
    Files.createDirectories(root);
    if (!others && !hasMarker()) {
      Files.writeString(
          markerFile(),
          "Deckhand made this folder. \"deckhand clean --work\" removes what is Deckhand's in"
              + " it.\n");
    }
  }

  /** Whether Deckhand made the folder. */
  public boolean hasMarker() {
    return Files.isRegularFile(markerFile(), LinkOption.NOFOLLOW_LINKS);
  }

  /** The file that marks the folder. */
  public Path markerFile() {
    return root.resolve(".deckhand-made");
  }

  /** Whether it contains nothing but folders of Deckhand's. */
  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).allMatch(RESERVED_NAMES::contains);
    }
  }

  /** The journal's file. */
  public Path journal() {
    return root.resolve("journal.jsonl");
  }

  /** The learner's files of a lesson. */
  public Path workspace(LessonId lesson) {
    return root.resolve("work").resolve(lesson.course()).resolve(lesson.lesson());
  }

  /** Where a workspace's files are backed up before a reset or a replay. */
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

  /** The folders of running and killed sessions. */
  public Path sessions() {
    return root.resolve("run");
  }

  /** Logs of faults in Deckhand itself. */
  public Path log() {
    return root.resolve("log");
  }

  /** The value of the label on containers, which tells the state folders of a machine apart. */
  public String ownerLabel() {
    return Integer.toHexString(root.toAbsolutePath().normalize().toString().hashCode());
  }
}
