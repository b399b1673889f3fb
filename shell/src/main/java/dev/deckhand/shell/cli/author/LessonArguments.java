package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.LessonIdCandidates;
import dev.deckhand.shell.cli.common.UserError;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lessons that an author names on the command line. */
final class LessonArguments {

  @Parameters(
      paramLabel = "LESSON|FILE",
      completionCandidates = LessonIdCandidates.class,
      arity = "0..*",
      description = "A lesson's id, its file, or a course's folder. Default: all lessons.")
  @Nullable List<String> names;

  @Option(
      names = "--courses",
      paramLabel = "DIR",
      description = "The folder of courses to look for ids in. Default: Deckhand's own.")
  @Nullable Path courses;

  List<String> requestedNames() {
    return names == null ? List.of() : names;
  }

  /**
   * Where names are looked up.
   *
   * @throws UserError if the named folder doesn't exist
   */
  LessonNameResolver resolver(CommandContext context) throws UserError {
    return new LessonNameResolver(
        context.library(), CourseFolderLocator.locate(context.environment(), courses));
  }
}
