package dev.deckhand.shell.cli.author;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.author.LessonLoader.LoadedLessons;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.site.page.HtmlPage;
import dev.deckhand.site.page.LessonPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deckhand lesson page}. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = {
      "Make a self-contained HTML page of each lesson.",
      "Exits with 3 if a lesson can't be compiled; the others still get their pages."
    })
public final class LessonPageCommand implements Callable<Integer> {

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the pages, named COURSE-LESSON.html; created if missing.")
  Path out = Path.of(".");

  private final LessonCommand parent;
  private final CommandContext context;

  public LessonPageCommand(LessonCommand parent) {
    this.parent = parent;
    this.context = parent.context();
  }

  @Override
  public Integer call() throws IOException, UserError {
    LoadedLessons loaded;
    try (var loader = LessonLoader.of(context)) {
      loaded = loader.read(lessons.resolver(context).resolve(lessons.requestedNames()));
    }
    loaded.errors().forEach(error -> context.environment().out().println(error.toLine()));
    if (!loaded.lessons().isEmpty()) {
      write(loaded, parent.console());
    }
    return loaded.exitCode(false).code();
  }

  private void write(LoadedLessons loaded, CommandConsole console) throws IOException {
    for (Lesson lesson : loaded.lessons()) {
      String course = lesson.id().course();
      HtmlPage page =
          LessonPage.of(
              lesson,
              context.library().recordedOutput(lesson.id()),
              name ->
                  loaded.picture(course, name).or(() -> context.library().picture(course, name)));
      Path file = out.resolve(course + "-" + lesson.id().lesson() + ".html");
      AtomicFile.write(file, page.html());
      console.print(lesson.id() + ": " + file);
    }
  }
}
