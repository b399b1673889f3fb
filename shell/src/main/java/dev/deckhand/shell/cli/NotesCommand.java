package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.shell.journal.NoteKeeper;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.site.render.PageRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand notes}. */
@Command(
    name = "notes",
    mixinStandardHelpOptions = true,
    description = "Your notes: what you read, typed, saw and remarked in each lesson.")
final class NotesCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  private final Ports ports;

  NotesCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    var voice = voice();
    List<Lesson> begun = begun();
    if (begun.isEmpty()) {
      voice.say("There are no notes yet. They begin with your first lesson: deckhand learn");
    }
    for (Lesson lesson : begun) {
      voice.say(lesson.id() + ": " + keeper().write(lesson));
    }
    return ExitCode.OK.code();
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = "Make an HTML page of your notes, one for each lesson.")
  int publish(
      @Parameters(
              paramLabel = "LESSON",
              arity = "0..*",
              description = "Which lessons; all that you have begun if none is named.")
          @Nullable List<String> names,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description = "Where the pages go; beside the notes if not given.")
          @Nullable Path out)
      throws IOException {
    var voice = voice();
    List<Lesson> chosen;
    try {
      chosen = names == null || names.isEmpty() ? begun() : named(names);
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE.code();
    }
    if (chosen.isEmpty()) {
      voice.say("There are no notes yet. They begin with your first lesson: deckhand learn");
      return ExitCode.OK.code();
    }
    NoteKeeper keeper = keeper();
    try (PageRenderer renderer = PageRenderer.start()) {
      for (Lesson lesson : chosen) {
        keeper.write(lesson);
        Path page =
            out == null
                ? ports.state().notes(lesson.id()).resolve("notes.html")
                : out.resolve(lesson.id().course() + "-" + lesson.id().lesson() + ".html");
        renderer
            .page(keeper.adoc(lesson), name -> ports.library().picture(lesson.id().course(), name))
            .write(page);
        voice.say(lesson.id() + ": " + page);
      }
    }
    return ExitCode.OK.code();
  }

  private List<Lesson> named(List<String> names) throws LessonFinder.Unknown {
    var finder = new LessonFinder(ports.library());
    var lessons = new ArrayList<Lesson>();
    for (String name : names) {
      lessons.add(finder.find(name));
    }
    return lessons;
  }

  private List<Lesson> begun() throws IOException {
    var lessons = new ArrayList<Lesson>();
    for (LessonCard card : ports.library().lessons()) {
      if (Progress.of(ports.journal().entries(card.id())).begun()) {
        ports.library().lesson(card.id()).ifPresent(lessons::add);
      }
    }
    return lessons;
  }

  private NoteKeeper keeper() {
    return new NoteKeeper(ports.journal(), ports.state(), ZoneId.systemDefault());
  }

  private Voice voice() {
    return new Voice(ports.outside(), parent != null && parent.plain);
  }
}
