package dev.deckhand.shell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand lesson new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Begin a lesson: a small one that works, to be replaced step by step.",
      "Makes the course where it is not there, and never writes over a file."
    })
final class LessonNewCommand implements Callable<Integer> {

  @ParentCommand @Nullable LessonCommand parent;

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
  NewLesson.Lab lab = NewLesson.Lab.DOCKER;

  @Option(
      names = "--courses",
      paramLabel = "DIR",
      description = "Where courses are made; Deckhand's own folder of courses if not given.")
  @Nullable Path courses;

  private final Ports ports;

  LessonNewCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = parent == null ? new Voice(ports.outside(), false) : parent.voice();
    NewLesson lesson;
    try {
      Path shelf = Shelves.folder(ports.outside(), courses);
      Path wanted = courses == null ? path : shelf.resolve(path);
      lesson = NewLesson.at(wanted, shelf, title.strip(), lab);
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE.code();
    }
    Optional<NewLesson.Refusal> refusal = lesson.refusal();
    if (refusal.isPresent()) {
      voice.trouble(refusal.get().what(), refusal.get().next());
      return ExitCode.USAGE.code();
    }
    List<Path> written = lesson.write();
    written.forEach(file -> voice.say("Wrote " + file));
    Path file = written.getFirst();
    voice.say("");
    // to be copied: each on a line of its own, however long
    ports.outside().out().println("What is next:");
    List.of(
            "deckhand lesson preview " + file,
            "deckhand lesson lint " + file,
            "deckhand lesson test " + file)
        .forEach(line -> ports.outside().out().println("  " + line));
    voice.say("docs/authors/workbench.adoc tells how the three go together.");
    return ExitCode.OK.code();
  }
}
