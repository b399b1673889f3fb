package dev.deckhand.shell.cli;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.Portfolios;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
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
final class NotesPublishCommand implements Callable<Integer> {

  private static final String TITLE = "Publish";

  @ParentCommand @Nullable NotesCommand parent;

  @Parameters(
      paramLabel = "LESSON|COURSE",
      arity = "0..*",
      completionCandidates = NoteNames.class,
      description = "Of what; everything if nothing is named.")
  List<String> names = List.of();

  @Option(names = "--all", description = "Of everything, in one document.")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      completionCandidates = NotesFormat.Words.class,
      description = "As what: ${COMPLETION-CANDIDATES}; html if not given.")
  Set<NotesFormat> formats = EnumSet.noneOf(NotesFormat.class);

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "Where to: a file that ends in .html or .pdf, or a folder; beside the notes if not given.")
  @Nullable Path out;

  @Option(names = "--json", description = "Print JSON, for programs, and nothing else.")
  boolean json;

  private final Ports ports;

  NotesPublishCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = parent == null ? new Voice(ports.outside(), false) : parent.voice();
    if (all && !names.isEmpty()) {
      voice.trouble("--all is everything, and \"" + names.getFirst() + "\" is a part.", "Say one.");
      return ExitCode.USAGE.code();
    }
    try {
      List<NotesSubject> subjects = subjects();
      tell(made(subjects, NotesPlace.of(out, formats, subjects), voice), voice);
      return ExitCode.OK.code();
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
    } catch (NotesPlace.Unclear unclear) {
      voice.trouble(unclear.what(), unclear.next());
    } catch (NotesPublication.Refused refused) {
      voice.trouble(refused.what(), refused.next());
    }
    return ExitCode.USAGE.code();
  }

  private List<NotesSubject> subjects() throws LessonFinder.Unknown {
    if (names.isEmpty()) {
      return List.of(new NotesSubject.OfAll(ports.library().courses()));
    }
    var subjects = new ArrayList<NotesSubject>();
    for (String name : names) {
      NotesSubject subject = NotesSubject.named(name, ports.library());
      if (!subjects.contains(subject)) {
        subjects.add(subject);
      }
    }
    return subjects;
  }

  private List<NotesPublication.Made> made(
      List<NotesSubject> subjects, NotesPlace place, Voice voice)
      throws IOException, NotesPublication.Refused {
    var publication = new NotesPublication(ports, ZoneId.systemDefault());
    if (json) {
      return publication.publish(subjects, place, (_, _) -> {});
    }
    long start = System.nanoTime();
    try (var lines = new SetupLines(voice)) {
      lines.began(TITLE);
      List<NotesPublication.Made> made =
          publication.publish(
              subjects, place, (done, total) -> lines.advanced(TITLE, done, total, "files"));
      lines.finished(TITLE, Duration.ofNanos(System.nanoTime() - start));
      return made;
    }
  }

  private void tell(List<NotesPublication.Made> made, Voice voice) throws IOException {
    List<LessonId> gone =
        names.isEmpty()
            ? new Portfolios(ports.journal(), ports.library(), ports.state().learner()).gone()
            : List.of();
    if (json) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("published", made.stream().map(NotesPublishCommand::fields).toList());
      fields.put("leftOut", gone.stream().map(LessonId::toString).toList());
      ports.outside().out().println(PrettyJson.of(fields));
      return;
    }
    made.forEach(one -> voice.say(one.name() + ": " + one.file()));
    if (!gone.isEmpty()) {
      voice.say(
          "Left out, since these lessons are not there any more: "
              + String.join(", ", gone.stream().map(LessonId::toString).toList())
              + ". What you did in them stays in "
              + ports.journal().file()
              + ".");
    }
  }

  private static Map<String, Object> fields(NotesPublication.Made made) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", made.name());
    fields.put("format", made.format().word());
    fields.put("file", made.file().toAbsolutePath().normalize().toString());
    fields.put("lessons", made.lessons());
    return fields;
  }
}
