package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.site.LessonPage;
import dev.deckhand.site.render.PageRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
final class LessonPageCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

  @Mixin Lessons lessons = new Lessons();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the pages go, as COURSE-LESSON.html; made if it is not there.")
  Path out = Path.of(".");

  private final Ports ports;

  LessonPageCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = parent == null ? new Voice(ports.outside(), false) : parent.voice();
    LessonSources.Read read;
    try (var sources = new LessonSources(ports.library())) {
      read = sources.read(lessons.in(ports).find(lessons.wanted()));
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE.code();
    }
    read.errors().forEach(error -> ports.outside().out().println(error.line()));
    if (!read.lessons().isEmpty()) {
      write(read, voice);
    }
    return LessonLint.code(read, false).code();
  }

  private void write(LessonSources.Read read, Voice voice) throws IOException {
    try (PageRenderer renderer = PageRenderer.start()) {
      for (Lesson lesson : read.lessons()) {
        String course = lesson.id().course();
        Function<String, Optional<Png>> pictures =
            name -> read.picture(course, name).or(() -> ports.library().picture(course, name));
        Path file = out.resolve(lesson.id().course() + "-" + lesson.id().lesson() + ".html");
        renderer
            .page(LessonPage.adoc(lesson, ports.library().printed(lesson.id())), pictures)
            .withCopying()
            .write(file);
        voice.say(lesson.id() + ": " + file);
      }
    }
  }
}
