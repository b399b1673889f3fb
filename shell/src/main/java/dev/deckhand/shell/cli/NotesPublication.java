package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Png;
import dev.deckhand.shell.journal.NoteKeeper;
import dev.deckhand.shell.journal.Portfolios;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.shell.journal.PublishedFiles;
import dev.deckhand.site.Portfolio;
import dev.deckhand.site.PortfolioNotes;
import dev.deckhand.site.render.Press;
import dev.deckhand.site.render.PrintedSigns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes files of a learner's notes. All of them are looked at before the first is written. */
final class NotesPublication {

  private final Ports ports;
  private final ZoneId zone;
  private final PublishedFiles published;
  private @Nullable PrintedSigns signs;

  NotesPublication(Ports ports, ZoneId zone) {
    this.ports = ports;
    this.zone = zone;
    this.published = new PublishedFiles(ports.state().notes().resolve(".published"));
  }

  /** Hears how it goes. */
  interface Steps {

    /** One more file is there, of those that are to be. */
    void made(int done, int total);
  }

  /**
   * A file that was made.
   *
   * @param lessons how many it has notes of
   */
  record Made(String name, NotesFormat format, Path file, int lessons) {}

  /** Why nothing is published. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String next;

    Refused(String what, String next) {
      super(what);
      this.next = next;
    }

    String what() {
      return String.valueOf(getMessage());
    }

    String next() {
      return next;
    }
  }

  /** A document, ready to be made into files. */
  private record Manuscript(NotesSubject subject, String adoc, int lessons) {}

  List<Made> publish(List<NotesSubject> subjects, NotesPlace place, Steps steps)
      throws IOException, Refused {
    var manuscripts = new ArrayList<Manuscript>();
    for (NotesSubject subject : subjects) {
      manuscripts.add(manuscript(subject));
    }
    for (Manuscript one : manuscripts) {
      for (NotesFormat format : place.formats()) {
        look(place.of(one.subject(), format, ports.state()), place);
      }
    }
    var made = new ArrayList<Made>();
    try (var press = new Press()) {
      for (Manuscript one : manuscripts) {
        for (NotesFormat format : place.formats()) {
          Path file = place.of(one.subject(), format, ports.state());
          write(one, format, file, press);
          made.add(new Made(one.subject().name(), format, file, one.lessons()));
          steps.made(made.size(), manuscripts.size() * place.formats().size());
        }
      }
    }
    return made;
  }

  private void look(Path file, NotesPlace place) throws IOException, Refused {
    if (!place.isOurs() && !published.mayWrite(file)) {
      throw new Refused(
          file + " is there already, and is not what was published. It stays as it is.",
          "Name another file or folder for --out, or remove that one.");
    }
  }

  private void write(Manuscript one, NotesFormat format, Path file, Press press)
      throws IOException, Refused {
    try {
      switch (format) {
        case HTML -> press.pages().page(one.adoc(), this::picture).write(file);
        case PDF -> press.pdf().print(signs().seen(one.adoc()), this::picture, file);
      }
    } catch (IOException unwritable) {
      throw new Refused(
          file + " cannot be written: " + NotesTrouble.why(unwritable) + ".",
          "Your notes are safe in " + ports.state().notes() + ". Name another place for --out.");
    }
    published.published(file);
  }

  private PrintedSigns signs() {
    PrintedSigns read = signs;
    if (read == null) {
      read = PrintedSigns.ofFonts();
      signs = read;
    }
    return read;
  }

  private Manuscript manuscript(NotesSubject subject) throws IOException, Refused {
    return switch (subject) {
      case NotesSubject.OfLesson(var lesson) -> {
        if (!Progress.of(ports.journal().entries(lesson.id())).begun()) {
          throw nothing(subject, "deckhand learn " + lesson.id());
        }
        var keeper = new NoteKeeper(ports.journal(), ports.state(), zone);
        keeper.write(lesson);
        yield new Manuscript(subject, keeper.adoc(lesson), 1);
      }
      case NotesSubject.OfCourse(var course) ->
          manuscript(subject, portfolios().of(course.title(), List.of(course)));
      case NotesSubject.OfAll(var courses) ->
          manuscript(subject, portfolios().of("Notes", courses));
    };
  }

  private Portfolios portfolios() {
    return new Portfolios(ports.journal(), ports.library(), ports.state().learner());
  }

  private Manuscript manuscript(NotesSubject subject, Portfolio portfolio) throws Refused {
    if (portfolio.begun().isEmpty()) {
      throw nothing(
          subject,
          subject instanceof NotesSubject.OfCourse(var course) && !course.lessons().isEmpty()
              ? "deckhand learn " + course.lessons().getFirst().id()
              : "deckhand learn");
    }
    return new Manuscript(
        subject, new PortfolioNotes(zone).adoc(portfolio), portfolio.begun().size());
  }

  /** Notes name the course of each picture: two courses may have one of the same name. */
  private Optional<Png> picture(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : ports.library().picture(name.substring(0, slash), name.substring(slash + 1));
  }

  private static Refused nothing(NotesSubject subject, String command) {
    return new Refused(
        subject instanceof NotesSubject.OfAll
            ? "There are no notes yet."
            : "There are no notes of " + subject.name() + " yet.",
        "They begin with your first command in a lesson: " + command);
  }
}
