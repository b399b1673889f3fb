package dev.deckhand.shell.cli.author;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.author.LessonLoader.LoadedLessons;
import dev.deckhand.shell.cli.author.LessonNameResolver.LessonReference;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.repl.screen.ScrollViewer;
import dev.deckhand.shell.view.lesson.LessonPreviewView;
import dev.deckhand.shell.view.style.RenderContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deckhand lesson preview}. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description = {
      "Show a lesson as its learners will see it, then its problems.",
      "On a terminal, watches the file of one lesson and shows each change; q quits."
    })
public final class LessonPreviewCommand implements Callable<Integer> {

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(names = "--step", paramLabel = "N", description = "Show only this step.")
  int step;

  @Option(
      names = "--all",
      description =
          "Also show hints, solutions, alternatives and debriefs, which are otherwise folded.")
  boolean all;

  @Option(names = "--once", description = "Print once and exit, with the exit code of lint.")
  boolean once;

  private final LessonCommand parent;
  private final CommandContext context;

  public LessonPreviewCommand(LessonCommand parent) {
    this.parent = parent;
    this.context = parent.context();
  }

  @Override
  public Integer call() throws IOException, UserError {
    try (var loader = LessonLoader.of(context)) {
      List<LessonReference> references =
          lessons.resolver(context).resolve(lessons.requestedNames());
      Optional<Path> file = references.size() == 1 ? file(references.getFirst()) : Optional.empty();
      boolean follow = file.isPresent() && !once && parent.console().canRedraw();
      return (follow
              ? follow(references.getFirst(), file.get(), loader)
              : once(loader.read(references)))
          .code();
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

  private ExitCode once(LoadedLessons loaded) throws UserError {
    checkStep(loaded);
    CommandConsole console = parent.console();
    console.printLines(lines(loaded, console.renderContext()));
    console.print(loaded.summary());
    return loaded.exitCode(false);
  }

  private void checkStep(LoadedLessons loaded) throws UserError {
    for (Lesson lesson : loaded.lessons()) {
      if (step > lesson.steps().size()) {
        throw new UserError(
            lesson.id()
                + " has "
                + CountFormatter.of(lesson.steps().size(), "step")
                + ", but no step "
                + step
                + ".",
            "Leave out --step to see all steps.");
      }
    }
  }

  private ExitCode follow(LessonReference lessonReference, Path file, LessonLoader sources)
      throws IOException, UserError {
    CommandConsole console = parent.console();
    console.print("Reading " + file + " ...");
    var written = new AtomicBoolean();
    // before the first read, so that no change is missed
    try (FileWatcher watch = FileWatcher.of(file)) {
      var latest = new AtomicReference<>(sources.read(lessonReference));
      checkStep(latest.get());
      try (Terminal terminal = console.terminal()) {
        var viewer =
            new ScrollViewer(
                terminal,
                console.renderContext(),
                context -> {
                  if (written.getAndSet(false)) {
                    latest.set(sources.read(lessonReference));
                  }
                  LoadedLessons loaded = latest.get();
                  return new ScrollViewer.Content(
                      lines(loaded, context), (_, _, _) -> status(loaded, file, context.columns()));
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

  private static String status(LoadedLessons loaded, Path file, int columns) {
    String name = String.valueOf(file.getFileName());
    String found = loaded.problemCount();
    String keys = " | G: findings | space, b: scroll | q: quit";
    return Stream.of(" " + name + ": " + found + keys, " " + found + keys)
        .filter(line -> line.length() < columns)
        .findFirst()
        .orElse(" " + found + " | q: quit");
  }

  private List<AttributedString> lines(LoadedLessons loaded, RenderContext context) {
    var sheet = new LessonPreviewView(context);
    var lines = new ArrayList<AttributedString>();
    for (Lesson lesson : loaded.lessons()) {
      lines.addAll(sheet.render(lesson, step, all));
    }
    lines.add(AttributedString.EMPTY);
    lines.addAll(sheet.findings(loaded.findings()));
    return lines;
  }
}
