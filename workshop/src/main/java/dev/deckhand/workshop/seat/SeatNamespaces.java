package dev.deckhand.workshop.seat;

import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The names that a seat's namespaces have in the class's cluster, one for each lesson. A name is
 * kept on disk until its namespace is given up, and used once: nobody waits until an old namespace
 * is gone. Thread-safe.
 */
public final class SeatNamespaces {

  private static final String NAMES = "namespaces";
  private static final String USED = ".used";

  /** A DNS label has 63 characters at most. */
  private static final int MAX_LENGTH = 63;

  private static final int SUFFIX_LENGTH = 5;
  private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private final Path folder;
  private final RandomGenerator random;

  /** What the files say: each view of a page asks for it. */
  private final Map<LessonId, String> known = new ConcurrentHashMap<>();

  /**
   * @param folder the seat's
   */
  SeatNamespaces(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  /**
   * The namespace of a lesson now; one is chosen if there is none.
   *
   * @param written the name in the lesson's file
   */
  String current(LessonId lesson, String written) {
    return known.computeIfAbsent(lesson, _ -> readOrChoose(lesson, written));
  }

  private synchronized String readOrChoose(LessonId lesson, String written) {
    try {
      Path file = file(lesson);
      String kept = Files.exists(file) ? Files.readString(file).strip() : "";
      if (!kept.isEmpty()) {
        return kept;
      }
      Files.createDirectories(file.resolveSibling(""));
      String name = newName(written);
      Files.writeString(file, name);
      return name;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private String newName(String written) {
    var name =
        new StringBuilder(
            written.substring(0, Math.min(written.length(), MAX_LENGTH - SUFFIX_LENGTH - 1)));
    name.append('-');
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      name.append(SUFFIX_LETTERS.charAt(random.nextInt(SUFFIX_LETTERS.length())));
    }
    return name.toString();
  }

  /** Whether a lab was opened in the lesson's namespace. */
  synchronized boolean isUsed(LessonId lesson) {
    return Files.exists(used(lesson));
  }

  /** A lab is opened in the lesson's namespace. */
  synchronized void use(LessonId lesson) {
    try {
      Files.writeString(used(lesson), "");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Gives up the lesson's namespace; the next one has another name. */
  synchronized void giveUp(LessonId lesson) {
    try {
      Files.deleteIfExists(file(lesson));
      Files.deleteIfExists(used(lesson));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    known.remove(lesson);
  }

  /**
   * The names that a seat has now, whichever process chose them.
   *
   * @param folder the seat's
   */
  public static Set<String> of(Path folder) throws IOException {
    Path names = folder.resolve(NAMES);
    var used = new LinkedHashSet<String>();
    if (Files.isDirectory(names)) {
      try (Stream<Path> files = Files.list(names)) {
        for (Path file : files.filter(file -> !file.toString().endsWith(USED)).toList()) {
          used.add(Files.readString(file).strip());
        }
      }
    }
    return used;
  }

  private Path file(LessonId lesson) {
    return folder.resolve(NAMES).resolve(lesson.course() + "-" + lesson.lesson());
  }

  private Path used(LessonId lesson) {
    return file(lesson).resolveSibling(file(lesson).getFileName() + USED);
  }
}
