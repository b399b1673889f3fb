package dev.deckhand.shell.cli.notes;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.file.IoFailure;
import dev.deckhand.lesson.Png;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.journal.NotesFileWriter;
import dev.deckhand.shell.journal.PortfolioReader;
import dev.deckhand.shell.journal.PublishedFileRegistry;
import dev.deckhand.site.notes.NotesComposer;
import dev.deckhand.site.notes.NotesDocument;
import dev.deckhand.site.notes.Portfolio;
import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Publishes a learner's notes. All files are checked before the first one is written. */
final class NotesPublisher {

  private final CommandContext context;
  private final ZoneId zone;
  private final PublishedFileRegistry published;

  NotesPublisher(CommandContext context, ZoneId zone) {
    this.context = context;
    this.zone = zone;
    this.published = new PublishedFileRegistry(context.state().notes().resolve(".published"));
  }

  /** Receives progress. */
  interface ProgressListener {

    /** Reports how many of a total are done. */
    void advanced(int done, int total, String unit);
  }

  /**
   * A file that was made.
   *
   * @param lessons the number of lessons with notes in it
   */
  record PublishedNotes(String name, NotesFormat format, Path file, int lessons) {}

  /** A document, ready to be made into files. */
  private record SubjectNotes(NotesSubject subject, NotesDocument document, int lessons) {}

  List<PublishedNotes> publish(
      List<NotesSubject> subjects, NotesDestination place, ProgressListener progressListener)
      throws IOException, UserError {
    var all = new ArrayList<SubjectNotes>();
    for (NotesSubject subject : subjects) {
      all.add(document(subject));
    }
    for (SubjectNotes one : all) {
      for (NotesFormat format : place.formats()) {
        checkWritable(place.of(one.subject(), format, context.state()), place);
      }
    }
    var publishedNotes = new ArrayList<PublishedNotes>();
    try (var asciidoctorRenderers = new AsciidoctorRenderers()) {
      for (SubjectNotes one : all) {
        for (NotesFormat format : place.formats()) {
          Path file = place.of(one.subject(), format, context.state());
          write(one, format, file, asciidoctorRenderers, progressListener);
          publishedNotes.add(new PublishedNotes(one.subject().name(), format, file, one.lessons()));
          progressListener.advanced(
              publishedNotes.size(), all.size() * place.formats().size(), "files");
        }
      }
    }
    return publishedNotes;
  }

  private void checkWritable(Path file, NotesDestination place) throws IOException, UserError {
    if (!place.isDefault() && !published.mayWrite(file)) {
      throw new UserError(
          file + " already exists, and wasn't published by Deckhand. It stays as it is.",
          "Give --out another file or folder, or remove that one.");
    }
  }

  private void write(
      SubjectNotes one,
      NotesFormat format,
      Path file,
      AsciidoctorRenderers asciidoctorRenderers,
      ProgressListener progressListener)
      throws IOException, UserError {
    try {
      switch (format) {
        case HTML -> AtomicFile.write(file, one.document().page(this::picture).html());
        case PDF ->
            asciidoctorRenderers
                .pdf()
                .render(
                    one.document().adoc(),
                    this::picture,
                    file,
                    (number, total) ->
                        progressListener.advanced(
                            number, total, "sections of " + file.getFileName()));
      }
    } catch (IOException unwritable) {
      throw new UserError(
          file + " can't be written: " + IoFailure.reason(unwritable) + ".",
          "Your notes are safe in "
              + context.state().notes()
              + ". Give --out another file or folder.");
    }
    published.register(file);
  }

  private SubjectNotes document(NotesSubject subject) throws IOException, UserError {
    return switch (subject) {
      case NotesSubject.LessonSubject(var lesson) -> {
        if (!LessonProgress.of(context.journal().entries(lesson.id())).begun()) {
          throw noNotes(subject, "deckhand learn " + lesson.id());
        }
        var keeper = new NotesFileWriter(context.journal(), context.state(), zone);
        keeper.write(lesson);
        yield new SubjectNotes(subject, keeper.document(lesson), 1);
      }
      case NotesSubject.CourseSubject(var course) ->
          document(subject, portfolios().of(course.title(), List.of(course)));
      case NotesSubject.AllNotes(var courses) ->
          document(subject, portfolios().of("Notes", courses));
    };
  }

  private PortfolioReader portfolios() {
    return new PortfolioReader(context.journal(), context.library(), context.state().learner());
  }

  private SubjectNotes document(NotesSubject subject, Portfolio portfolio) throws UserError {
    if (portfolio.begun().isEmpty()) {
      throw noNotes(
          subject,
          subject instanceof NotesSubject.CourseSubject(var course) && !course.lessons().isEmpty()
              ? "deckhand learn " + course.lessons().getFirst().id()
              : "deckhand learn");
    }
    return new SubjectNotes(
        subject, new NotesComposer(zone).of(portfolio), portfolio.begun().size());
  }

  /** Notes name each picture with its course, since two courses may have one of the same name. */
  private Optional<Png> picture(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : context.library().picture(name.substring(0, slash), name.substring(slash + 1));
  }

  private static UserError noNotes(NotesSubject subject, String command) {
    return new UserError(
        subject instanceof NotesSubject.AllNotes
            ? "There are no notes yet."
            : "There are no notes of " + subject.name() + " yet.",
        "Run your first command in a lesson: " + command);
  }
}
