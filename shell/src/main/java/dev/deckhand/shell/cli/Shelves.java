package dev.deckhand.shell.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the sources of courses are. */
final class Shelves {

  private Shelves() {}

  /**
   * The folder of the courses: the one named, else the product's own, which need not be there.
   *
   * @throws LessonFinder.Unknown if the folder that was named is not there
   */
  static Path folder(Outside outside, @Nullable Path named) throws LessonFinder.Unknown {
    if (named == null) {
      return outside.product().resolve("lessons/src/main/courses");
    }
    if (!Files.isDirectory(named)) {
      throw new LessonFinder.Unknown(
          "There is no folder " + named + ".", "Look at the name after --courses.");
    }
    return named;
  }
}
