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
      "Publish your notes as a page or a PDF: what you typed, saw, answered and remarked, and"
          + " your progress.",
      "Each lesson or course named becomes one document. Only files that were published"
          + " before are overwritten."
    },
    footer = {
      "%nExamples:",
      "  deckhand notes publish                                everything, as a page",
      "  deckhand notes publish containers --format html,pdf   a course, both formats",
      "  deckhand notes publish pods --out pods.pdf            a lesson, to this file",
      "%nExits with 2 if there's nothing to publish, or a file can't be written."
    })
public final class NotesPublishCommand implements Callable<Integer> {

  private static final String TITLE = "Publish";

  @ParentCommand @Nullable NotesCommand parent;

  @Parameters(
      paramLabel = "LESSON|COURSE",
      arity = "0..*",
      completionCandidates = NotesSubjectCandidates.class,
      description = "The lessons or courses to publish. Default: everything.")
  List<String> names = List.of();

  @Option(names = "--all", description = "Publish everything in one document.")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      completionCandidates = NotesFormat.FormatCandidates.class,
      description = "The formats: ${COMPLETION-CANDIDATES}. Default: html.")
  Set<NotesFormat> formats = EnumSet.noneOf(NotesFormat.class);

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "A file that ends in .html or .pdf, or a folder. Default: next to the notes.")
  @Nullable Path out;

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
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
          "--all can't be combined with \"" + names.getFirst() + "\".", "Give one of them.");
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
          "Left out, because these lessons no longer exist: "
              + String.join(", ", gone.stream().map(LessonId::toString).toList())
              + ". What you did in them stays in "
              + context.state().journal()
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
