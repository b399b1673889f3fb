package dev.deckhand.shell.cli.author;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.site.page.HtmlPage;
import dev.deckhand.site.page.LessonPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand lesson page}. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = {
      "Make an HTML page of each lesson: one file, which asks no other host for anything.",
      "Exits with 3 if a lesson cannot be compiled; the others still get their pages."
    })
public final class LessonPageCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the pages go, as COURSE-LESSON.html; made if it is not there.")
  Path out = Path.of(".");

  private final CommandContext context;

  public LessonPageCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    CommandConsole console =
        parent == null ? new CommandConsole(context.environment(), false) : parent.voice();
    LessonLoader.LoadedLessons loadedLessons;
    try (var sources = new LessonLoader(context.library())) {
      loadedLessons = sources.read(lessons.resolver(context).resolve(lessons.requestedNames()));
    } catch (LessonFinder.NotFound notFound) {
      console.error(notFound.what(), notFound.next());
      return ExitCode.USAGE.code();
    }
    loadedLessons.errors().forEach(error -> context.environment().out().println(error.toLine()));
    if (!loadedLessons.lessons().isEmpty()) {
      write(loadedLessons, console);
    }
    return LessonLint.exitCode(loadedLessons, false).code();
  }

  private void write(LessonLoader.LoadedLessons loadedLessons, CommandConsole console)
      throws IOException {
    for (Lesson lesson : loadedLessons.lessons()) {
      String course = lesson.id().course();
      HtmlPage page =
          LessonPage.of(
              lesson,
              context.library().recordedOutput(lesson.id()),
              name ->
                  loadedLessons
                      .picture(course, name)
                      .or(() -> context.library().picture(course, name)));
      Path file = out.resolve(course + "-" + lesson.id().lesson() + ".html");
      AtomicFile.write(file, page.html());
      console.print(lesson.id() + ": " + file);
    }
  }
}
