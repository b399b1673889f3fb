package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.cli.common.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Locates the sources of courses. */
final class CourseFolderLocator {

  private CourseFolderLocator() {}

  /**
   * Returns the folder of courses: the one named, or else Deckhand's own, which may not exist.
   *
   * @throws UserError if the named folder doesn't exist
   */
  static Path locate(ProgramEnvironment environment, @Nullable Path named) throws UserError {
    if (named == null) {
      return environment.installation().resolve("lessons/src/main/courses");
    }
    if (!Files.isDirectory(named)) {
      throw new UserError("There is no folder " + named + ".", "Check the name after --courses.");
    }
    return named;
  }
}
