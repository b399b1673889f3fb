package dev.deckhand.shell.cli.machine;

import dev.deckhand.shell.journal.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that Deckhand created, recognized by location, name and the folder's marker. */
final class CleanupFiles {

  private static final Pattern TEMPORARY =
      Pattern.compile("deckhand-(?:chart|value)-(\\d+)-\\d+(?:\\.txt)?");

  private final Path temporary;

  /**
   * @param temporary where the system keeps temporary files
   */
  CleanupFiles(Path temporary) {
    this.temporary = temporary;
  }

  /** Files that aren't the learner's own work. */
  Map<Path, CleanupItem> logFiles(StateFolder state) {
    var found = new LinkedHashMap<Path, CleanupItem>();
    add(found, state.log().resolve("deckhand.log"), "faults of Deckhand");
    add(found, state.log().resolve("complete-labs"), "which labs lacked nothing");
    return found;
  }

  /** Files left by commands that were killed. */
  Map<Path, CleanupItem> temporaryFiles() throws IOException {
    var found = new LinkedHashMap<Path, CleanupItem>();
    if (Files.isDirectory(temporary)) {
      try (Stream<Path> files = Files.list(temporary)) {
        for (Path file : files.sorted().toList()) {
          if (isAbandoned(file) && isOwnedByUser(file)) {
            add(found, file, "left by a command that was killed");
          }
        }
      }
    }
    return found;
  }

  /** Returns whether it is one of our temporary files whose process no longer exists. */
  private static boolean isAbandoned(Path file) {
    Matcher name = TEMPORARY.matcher(file.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private boolean isOwnedByUser(Path file) throws IOException {
    return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS)
        .getName()
        .equals(System.getProperty("user.name"));
  }

  /** The learner's own work. */
  Map<Path, CleanupItem> learnerFiles(StateFolder state) {
    var found = new LinkedHashMap<Path, CleanupItem>();
    add(found, state.journal(), "your progress");
    add(found, state.root().resolve("notes"), "your notes");
    add(found, state.root().resolve("work"), "your files from each lesson");
    add(found, state.root().resolve("attic"), "your files from before resets");
    add(found, state.root().resolve("history"), "the lines that you typed");
    return found;
  }

  /** The marker of Deckhand's folder. */
  Map<Path, CleanupItem> ownerMarker(StateFolder state) {
    var found = new LinkedHashMap<Path, CleanupItem>();
    add(found, state.markerFile(), "marks the folder as Deckhand's");
    return found;
  }

  private static void add(Map<Path, CleanupItem> found, Path path, String why) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      String kind = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "folder" : "file";
      found.put(path, new CleanupItem(kind, path.toString(), why));
    }
  }
}
