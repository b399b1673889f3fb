package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand lesson new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Create a small lesson that works, to be replaced step by step.",
      "Creates the course if it doesn't exist, and never overwrites a file."
    })
public final class LessonNewCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      description =
          "The course's folder and the lesson's name, such as my-course/first-steps; the number"
              + " is added.")
  Path path = Path.of("");

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "The lesson's title. Default: made from its name.")
  String title = "";

  @Option(
      names = "--lab",
      paramLabel = "LAB",
      description = "The lesson's lab: ${COMPLETION-CANDIDATES}. Default: docker.")
  LessonScaffold.LabOption lab = LessonScaffold.LabOption.DOCKER;

  @Option(
      names = "--courses",
      paramLabel = "DIR",
      description = "The folder of courses. Default: Deckhand's own.")
  @Nullable Path courses;

  private final LessonCommand parent;
  private final CommandContext context;

  public LessonNewCommand(LessonCommand parent) {
    this.parent = parent;
    this.context = parent.context();
  }

  @Override
  public Integer call() throws IOException, UserError {
    CommandConsole console = parent.console();
    Path folder = CourseFolderLocator.locate(context.environment(), courses);
    Path wanted = courses == null ? path : folder.resolve(path);
    LessonScaffold lesson = LessonScaffold.forPath(wanted, folder, title.strip(), lab);
    lesson.validate();
    List<Path> written = lesson.write();
    written.forEach(file -> console.print("Wrote " + file));
    Path file = written.getFirst();
    console.print("");
    // one command per line, however long, so that it can be copied
    context.environment().out().println("Next:");
    List.of(
            "deckhand lesson preview " + file,
            "deckhand lesson lint " + file,
            "deckhand lesson test " + file)
        .forEach(line -> context.environment().out().println("  " + line));
    console.print("docs/authors/workbench.adoc describes how they work together.");
    return ExitCode.OK.code();
  }
}
