package dev.deckhand.shell.cli.author;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.author.LessonNameResolver.LessonReference;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.repl.screen.ScrollViewer;
import dev.deckhand.shell.view.lesson.LessonPreviewView;
import dev.deckhand.shell.view.style.RenderContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** Shows lessons as learners will see them, and follows a file while it is being written. */
final class LessonPreview {

  private final CommandContext context;
  private final CommandConsole console;

  LessonPreview(CommandContext context, CommandConsole console) {
    this.context = context;
    this.console = console;
  }

  /**
   * How to show.
   *
   * @param step one step alone; 0 for all
   * @param all whether hints, solutions and debriefs are shown too
   * @param once whether to print and leave
   */
  record Options(int step, boolean all, boolean once) {}

  ExitCode run(LessonNameResolver names, List<String> wanted, Options options) throws IOException {
    try (var sources = new LessonLoader(context.library())) {
      List<LessonReference> lessonReference = names.resolve(wanted);
      Optional<Path> file =
          lessonReference.size() == 1 ? file(lessonReference.getFirst()) : Optional.empty();
      boolean follow = file.isPresent() && !options.once() && console.canRedraw();
      return follow
          ? follow(lessonReference.getFirst(), file.get(), sources, options)
          : once(sources.read(lessonReference), options);
    } catch (LessonFinder.NotFound notFound) {
      console.error(notFound.what(), notFound.next());
      return ExitCode.USAGE;
    }
  }

  private static Optional<Path> file(LessonReference lessonReference) {
    return switch (lessonReference) {
      case LessonReference.LessonFile(var file) -> Optional.of(file);
      case LessonReference.CourseLesson(var _, var file) -> Optional.of(file);
      case LessonReference.CourseFolder _,
          LessonReference.CoursesFolder _,
          LessonReference.PackedLesson _ ->
          Optional.empty();
    };
  }

  private ExitCode once(LessonLoader.LoadedLessons loadedLessons, Options options) {
    Optional<String> problem = noSuchStep(loadedLessons, options);
    if (problem.isPresent()) {
      return unknownStep(problem.get());
    }
    console.printLines(lines(loadedLessons, options, console.renderContext()));
    console.print(LessonLint.summary(loadedLessons));
    return LessonLint.exitCode(loadedLessons, false);
  }

  private static Optional<String> noSuchStep(
      LessonLoader.LoadedLessons loadedLessons, Options options) {
    return loadedLessons.lessons().stream()
        .filter(lesson -> options.step() > lesson.steps().size())
        .findFirst()
        .map(lesson ->
            lesson.id()
                + " has "
                + CountFormatter.of(lesson.steps().size(), "step")
                + ", and no step "
                + options.step()
                + ".");
  }

  private ExitCode follow(
      LessonReference lessonReference, Path file, LessonLoader sources, Options options)
      throws IOException {
    console.print("Reading " + file + " ...");
    var written = new AtomicBoolean();
    // before the first reading: what is saved meanwhile is not missed
    try (FileWatcher watch = FileWatcher.of(file)) {
      var latest = new AtomicReference<>(sources.read(lessonReference));
      Optional<String> problem = noSuchStep(latest.get(), options);
      if (problem.isPresent()) {
        return unknownStep(problem.get());
      }
      try (Terminal terminal = console.terminal()) {
        var viewer =
            new ScrollViewer(
                terminal,
                console.renderContext(),
                context -> {
                  if (written.getAndSet(false)) {
                    latest.set(sources.read(lessonReference));
                  }
                  LessonLoader.LoadedLessons loadedLessons = latest.get();
                  return new ScrollViewer.Content(
                      lines(loadedLessons, options, context),
                      (_, _, _) -> status(loadedLessons, file, context.columns()));
                });
        watch.start(() -> {
          written.set(true);
          viewer.redraw();
        });
        viewer.run();
      }
    }
    return ExitCode.OK;
  }

  private ExitCode unknownStep(String problem) {
    console.error(problem, "Leave --step out to see all.");
    return ExitCode.USAGE;
  }

  private static String status(LessonLoader.LoadedLessons loadedLessons, Path file, int columns) {
    String name = String.valueOf(file.getFileName());
    int errors = loadedLessons.errors().size();
    String found =
        CountFormatter.of(errors, "error")
            + ", "
            + CountFormatter.of(loadedLessons.findings().size() - errors, "warning");
    String keys = " | G: findings | space, b: scroll | q: leave";
    return Stream.of(" " + name + ": " + found + keys, " " + found + keys)
        .filter(line -> line.length() < columns)
        .findFirst()
        .orElse(" " + found + " | q: leave");
  }

  private static List<AttributedString> lines(
      LessonLoader.LoadedLessons loadedLessons, Options options, RenderContext context) {
    var sheet = new LessonPreviewView(context);
    var lines = new ArrayList<AttributedString>();
    for (Lesson lesson : loadedLessons.lessons()) {
      lines.addAll(sheet.render(lesson, options.step(), options.all()));
    }
    lines.add(AttributedString.EMPTY);
    lines.addAll(sheet.findings(loadedLessons.findings()));
    return lines;
  }
}
