package dev.deckhand.shell.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lessons that an author names on the command line. */
final class Lessons {

  @Parameters(
      paramLabel = "LESSON",
      arity = "0..*",
      description = "An id, a file, or a course's folder; all lessons if none is named.")
  @Nullable List<String> names;

  @Option(
      names = "--courses",
      paramLabel = "DIR",
      description = "Where ids are looked for: a folder of courses. Deckhand's own if not given.")
  @Nullable Path courses;

  List<String> wanted() {
    return names == null ? List.of() : names;
  }

  /**
   * Where names are looked up.
   *
   * @throws LessonFinder.Unknown if the folder that was named is not there
   */
  LessonNames in(Ports ports) throws LessonFinder.Unknown {
    return new LessonNames(ports.library(), Shelves.folder(ports.outside(), courses));
  }
}
