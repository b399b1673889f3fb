package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.cli.common.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the sources of courses are. */
final class CourseFolderLocator {

  private CourseFolderLocator() {}

  /**
   * The folder of the courses: the one named, else the product's own, which need not be there.
   *
   * @throws UserError if the folder that was named is not there
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
