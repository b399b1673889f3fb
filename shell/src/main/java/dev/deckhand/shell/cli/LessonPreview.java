package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.LessonNames.Named;
import dev.deckhand.shell.repl.SheetViewer;
import dev.deckhand.shell.view.LessonSheet;
import dev.deckhand.shell.view.Look;
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

  private final Ports ports;
  private final Voice voice;

  LessonPreview(Ports ports, Voice voice) {
    this.ports = ports;
    this.voice = voice;
  }

  /**
   * How to show.
   *
   * @param step one step alone; 0 for all
   * @param all whether hints, solutions and debriefs are shown too
   * @param once whether to print and leave
   */
  record Options(int step, boolean all, boolean once) {}

  ExitCode run(LessonNames names, List<String> wanted, Options options) throws IOException {
    try (var sources = new LessonSources(ports.library())) {
      List<Named> named = names.find(wanted);
      Optional<Path> file = named.size() == 1 ? file(named.getFirst()) : Optional.empty();
      boolean follow = file.isPresent() && !options.once() && voice.canRedraw();
      return follow
          ? follow(named.getFirst(), file.get(), sources, options)
          : once(sources.read(named), options);
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE;
    }
  }

  private static Optional<Path> file(Named named) {
    return switch (named) {
      case Named.OneFile(var file) -> Optional.of(file);
      case Named.Source(var _, var file) -> Optional.of(file);
      case Named.Course _, Named.Courses _, Named.Packed _ -> Optional.empty();
    };
  }

  private ExitCode once(LessonSources.Read read, Options options) {
    Optional<String> problem = noSuchStep(read, options);
    if (problem.isPresent()) {
      return unknownStep(problem.get());
    }
    voice.show(lines(read, options, voice.look()));
    voice.say(LessonLint.summary(read));
    return LessonLint.code(read, false);
  }

  private static Optional<String> noSuchStep(LessonSources.Read read, Options options) {
    return read.lessons().stream()
        .filter(lesson -> options.step() > lesson.steps().size())
        .findFirst()
        .map(lesson ->
            lesson.id()
                + " has "
                + Counted.of(lesson.steps().size(), "step")
                + ", and no step "
                + options.step()
                + ".");
  }

  private ExitCode follow(Named named, Path file, LessonSources sources, Options options)
      throws IOException {
    voice.say("Reading " + file + " ...");
    var written = new AtomicBoolean();
    // before the first reading: what is saved meanwhile is not missed
    try (FileWatch watch = FileWatch.of(file)) {
      var latest = new AtomicReference<>(sources.read(named));
      Optional<String> problem = noSuchStep(latest.get(), options);
      if (problem.isPresent()) {
        return unknownStep(problem.get());
      }
      try (Terminal terminal = voice.terminal()) {
        var viewer =
            new SheetViewer(
                terminal,
                voice.look(),
                look -> {
                  if (written.getAndSet(false)) {
                    latest.set(sources.read(named));
                  }
                  LessonSources.Read read = latest.get();
                  return new SheetViewer.Sheet(
                      lines(read, options, look), status(read, file, look.columns()));
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
    voice.trouble(problem, "Leave --step out to see all.");
    return ExitCode.USAGE;
  }

  private static String status(LessonSources.Read read, Path file, int columns) {
    String name = String.valueOf(file.getFileName());
    int errors = read.errors().size();
    String found =
        Counted.of(errors, "error") + ", " + Counted.of(read.findings().size() - errors, "warning");
    String keys = " | G: findings | space, b: scroll | q: leave";
    return Stream.of(" " + name + ": " + found + keys, " " + found + keys)
        .filter(line -> line.length() < columns)
        .findFirst()
        .orElse(" " + found + " | q: leave");
  }

  private static List<AttributedString> lines(LessonSources.Read read, Options options, Look look) {
    var sheet = new LessonSheet(look);
    var lines = new ArrayList<AttributedString>();
    for (Lesson lesson : read.lessons()) {
      lines.addAll(sheet.draw(lesson, options.step(), options.all()));
    }
    lines.add(AttributedString.EMPTY);
    lines.addAll(sheet.findings(read.findings()));
    return lines;
  }
}
