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
      "Begin a lesson: a small one that works, to be replaced step by step.",
      "Makes the course where it is not there, and never writes over a file."
    })
public final class LessonNewCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      description =
          "The course's folder and the lesson's name, as my-course/first-steps; the number is"
              + " chosen.")
  Path path = Path.of("");

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "The lesson's title; made of its name if not given.")
  String title = "";

  @Option(
      names = "--lab",
      paramLabel = "LAB",
      description = "What it works with: ${COMPLETION-CANDIDATES}; docker if not given.")
  LessonScaffold.LabOption lab = LessonScaffold.LabOption.DOCKER;

  @Option(
      names = "--courses",
      paramLabel = "DIR",
      description = "Where courses are made; Deckhand's own folder of courses if not given.")
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
    // to be copied: each on a line of its own, however long
    context.environment().out().println("What is next:");
    List.of(
            "deckhand lesson preview " + file,
            "deckhand lesson lint " + file,
            "deckhand lesson test " + file)
        .forEach(line -> context.environment().out().println("  " + line));
    console.print("docs/authors/workbench.adoc tells how the three go together.");
    return ExitCode.OK.code();
  }
}
