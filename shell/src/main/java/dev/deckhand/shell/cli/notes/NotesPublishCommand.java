package dev.deckhand.shell.cli.notes;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ConsoleProgress;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.PortfolioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand notes publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Make a page or a PDF of your notes: what you typed, saw, answered and remarked, and how far"
          + " you came.",
      "A lesson, a course, or everything becomes one document each. A file that is not what was"
          + " published before is never written over."
    },
    footer = {
      "%nExamples:",
      "  deckhand notes publish                                all of it, as a page",
      "  deckhand notes publish containers --format html,pdf   a course, as both",
      "  deckhand notes publish pods --out pods.pdf            a lesson, into that file",
      "%nExits with 2 if there is nothing to publish, or a file cannot be written."
    })
public final class NotesPublishCommand implements Callable<Integer> {

  private static final String TITLE = "Publish";

  @ParentCommand @Nullable NotesCommand parent;

  @Parameters(
      paramLabel = "LESSON|COURSE",
      arity = "0..*",
      completionCandidates = NotesSubjectCandidates.class,
      description = "Of what; everything if nothing is named.")
  List<String> names = List.of();

  @Option(names = "--all", description = "Of everything, in one document.")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      completionCandidates = NotesFormat.FormatCandidates.class,
      description = "As what: ${COMPLETION-CANDIDATES}; html if not given.")
  Set<NotesFormat> formats = EnumSet.noneOf(NotesFormat.class);

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "Where to: a file that ends in .html or .pdf, or a folder; beside the notes if not"
              + " given.")
  @Nullable Path out;

  @Option(names = "--json", description = "Print JSON, for programs, and nothing else.")
  boolean json;

  private final CommandContext context;

  public NotesPublishCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, UserError {
    CommandConsole console =
        parent == null ? new CommandConsole(context.environment(), false) : parent.voice();
    if (all && !names.isEmpty()) {
      throw new UserError(
          "--all is everything, and \"" + names.getFirst() + "\" is a part.", "Say one.");
    }
    List<NotesSubject> subjects = subjects();
    report(publish(subjects, NotesDestination.of(out, formats, subjects), console), console);
    return ExitCode.OK.code();
  }

  private List<NotesSubject> subjects() throws UserError {
    if (names.isEmpty()) {
      return List.of(new NotesSubject.AllNotes(context.library().courses()));
    }
    var subjects = new ArrayList<NotesSubject>();
    for (String name : names) {
      NotesSubject subject = NotesSubject.named(name, context.library());
      if (!subjects.contains(subject)) {
        subjects.add(subject);
      }
    }
    return subjects;
  }

  private List<NotesPublisher.PublishedNotes> publish(
      List<NotesSubject> subjects, NotesDestination place, CommandConsole console)
      throws IOException, UserError {
    var publication = new NotesPublisher(context, context.environment().zone());
    if (json) {
      return publication.publish(subjects, place, (_, _, _) -> {});
    }
    long start = System.nanoTime();
    try (var lines = new ConsoleProgress(console)) {
      lines.began(TITLE);
      List<NotesPublisher.PublishedNotes> publishedNotes =
          publication.publish(
              subjects, place, (done, total, unit) -> lines.advanced(TITLE, done, total, unit));
      lines.finished(TITLE, Duration.ofNanos(System.nanoTime() - start));
      return publishedNotes;
    }
  }

  private void report(List<NotesPublisher.PublishedNotes> publishedNotes, CommandConsole console)
      throws IOException {
    List<LessonId> gone =
        names.isEmpty()
            ? new PortfolioReader(context.journal(), context.library(), context.state().learner())
                .removedLessons()
            : List.of();
    if (json) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("published", publishedNotes.stream().map(NotesPublishCommand::fields).toList());
      fields.put("leftOut", gone.stream().map(LessonId::toString).toList());
      context.environment().out().println(PrettyJson.of(fields));
      return;
    }
    publishedNotes.forEach(one -> console.print(one.name() + ": " + one.file()));
    if (!gone.isEmpty()) {
      console.print(
          "Left out, since these lessons are not there any more: "
              + String.join(", ", gone.stream().map(LessonId::toString).toList())
              + ". What you did in them stays in "
              + context.journal().file()
              + ".");
    }
  }

  private static Map<String, Object> fields(NotesPublisher.PublishedNotes publishedNotes) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", publishedNotes.name());
    fields.put("format", publishedNotes.format().word());
    fields.put("file", publishedNotes.file().toAbsolutePath().normalize().toString());
    fields.put("lessons", publishedNotes.lessons());
    return fields;
  }
}
