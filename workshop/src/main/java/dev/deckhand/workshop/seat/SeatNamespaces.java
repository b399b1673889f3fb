package dev.deckhand.workshop.seat;

import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * The names that a seat's namespaces have in the class's cluster, one for each lesson. A name is
 * kept on disk until its namespace is given up, and used once: nobody waits until an old namespace
 * is gone. Thread-safe.
 *
 * @param folder the seat's
 */
record SeatNamespaces(Path folder, RandomGenerator random) {

  /** A DNS label has 63 characters at most. */
  private static final int MAX_LENGTH = 63;

  private static final int SUFFIX_LENGTH = 5;
  private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  /**
   * The namespace of a lesson now; one is chosen if there is none.
   *
   * @param written the name in the lesson's file
   */
  synchronized String current(LessonId lesson, String written) {
    try {
      Path file = file(lesson);
      if (Files.exists(file)) {
        return Files.readString(file).strip();
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
  }

  private Path file(LessonId lesson) {
    return folder.resolve("namespaces").resolve(lesson.course() + "-" + lesson.lesson());
  }

  private Path used(LessonId lesson) {
    return file(lesson).resolveSibling(file(lesson).getFileName() + ".used");
  }
}
