package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.shell.journal.NoteKeeper;
import dev.deckhand.shell.journal.Progress;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand notes}. */
@Command(
    name = "notes",
    mixinStandardHelpOptions = true,
    description = "Your notes: what you read, typed, saw and remarked in each lesson.",
    footer = {
      "%nExamples:",
      "  deckhand notes                                        says where they are",
      "  deckhand notes publish                                all of it, as a page",
      "  deckhand notes publish containers --format html,pdf   a course, as both",
      "  deckhand notes publish pods --out pods.pdf            a lesson, into that file"
    })
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

  Voice voice() {
    return new Voice(ports.outside(), parent != null && parent.plain);
  }
}
