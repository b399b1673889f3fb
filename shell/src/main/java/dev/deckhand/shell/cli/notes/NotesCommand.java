package dev.deckhand.shell.cli.notes;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.journal.NotesFileWriter;
import java.io.IOException;
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
    description = "Write your notes: what you read, typed, saw and remarked in each lesson.",
    footer = {
      "%nExamples:",
      "  deckhand notes                                        writes them, and prints where they"
          + " are",
      "  deckhand notes publish                                everything, as a page",
      "  deckhand notes publish containers --format html,pdf   a course, both formats",
      "  deckhand notes publish pods --out pods.pdf            a lesson, to this file"
    })
public final class NotesCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  private final CommandContext context;

  public NotesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    var console = voice();
    List<Lesson> begun = begun();
    if (begun.isEmpty()) {
      console.print("There are no notes yet. Start your first lesson: deckhand learn");
    }
    for (Lesson lesson : begun) {
      console.print(lesson.id() + ": " + keeper().write(lesson));
    }
    return ExitCode.OK.code();
  }

  private List<Lesson> begun() throws IOException {
    var lessons = new ArrayList<Lesson>();
    for (LessonCard card : context.library().lessons()) {
      if (LessonProgress.of(context.journal().entries(card.id())).begun()) {
        context.library().lesson(card.id()).ifPresent(lessons::add);
      }
    }
    return lessons;
  }

  private NotesFileWriter keeper() {
    return new NotesFileWriter(context.journal(), context.state(), context.environment().zone());
  }

  CommandConsole voice() {
    return new CommandConsole(context.environment(), parent != null && parent.plain);
  }
}
