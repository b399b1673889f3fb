package dev.deckhand.shell.cli;

import dev.deckhand.check.Nearest;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.coverage.Coverage;
import dev.deckhand.lesson.coverage.CoverageReader;
import dev.deckhand.lesson.coverage.Steps;
import dev.deckhand.site.Format;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.publish.Build;
import dev.deckhand.site.publish.Publisher;
import dev.deckhand.site.publish.Sheet;
import dev.deckhand.site.publish.Unpublishable;
import dev.deckhand.site.render.Press;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Publishes courses into a folder, and tells how it goes and how it went. */
final class Publication {

  private final Ports ports;
  private final Voice voice;
  private final boolean json;

  /**
   * @param json for programs: the outcome as JSON, and nothing else
   */
  Publication(Ports ports, Voice voice, boolean json) {
    this.ports = ports;
    this.voice = voice;
    this.json = json;
  }

  /**
   * Publishes.
   *
   * @param courses by name; none means all
   * @throws IOException if something else than the folder cannot be read
   */
  ExitCode publish(List<String> courses, Set<Format> formats, Path out) throws IOException {
    Optional<String> unknown = courses.stream().filter(name -> !all().contains(name)).findFirst();
    if (unknown.isPresent()) {
      return noSuch(unknown.get());
    }
    long start = System.nanoTime();
    Syllabus syllabus = syllabus(ports.library(), courses);
    List<Sheet> sheets =
        new Editions(Build.stamp(DeckhandCommand.VERSION), ports.library())
            .of(formats).stream().flatMap(one -> one.sheets(syllabus).stream()).toList();
    try {
      Publisher.Outcome outcome = made(sheets, out);
      var told = new PublishedWords(syllabus, formats, out, outcome);
      if (json) {
        ports.outside().out().println(told.json(Duration.ofNanos(System.nanoTime() - start)));
      } else {
        told.lines().forEach(voice::say);
      }
      return ExitCode.OK;
    } catch (Unpublishable why) {
      why.details().forEach(ports.outside().err()::println);
      voice.trouble(why.what(), why.next());
      return why.isAboutTheFolder() ? ExitCode.USAGE : ExitCode.CHECKS_FAILED;
    } catch (FileSystemException unwritable) {
      voice.trouble(
          "Cannot write to " + out + ": " + reason(unwritable) + ".",
          "Look at whose folder it is and whether the disk is full; the same command goes on from"
              + " what is there.");
      return ExitCode.USAGE;
    }
  }

  private Publisher.Outcome made(List<Sheet> sheets, Path out) throws IOException, Unpublishable {
    try (var press = new Press();
        var lines = new PublishLines(voice, json)) {
      Publisher.Outcome outcome = new Publisher(out, press).publish(sheets, lines);
      lines.done();
      return outcome;
    }
  }

  private static Syllabus syllabus(Library library, List<String> courses) {
    Coverage coverage =
        library
            .coverage()
            .map(yaml -> CoverageReader.read(yaml, "coverage.yaml", Steps.of(library)).coverage())
            .orElse(Coverage.NONE);
    return Syllabus.of(library, name -> courses.isEmpty() || courses.contains(name), coverage);
  }

  private static String reason(FileSystemException fault) {
    String why =
        switch (fault) {
          case java.nio.file.AccessDeniedException _ -> "permission denied";
          case java.nio.file.NoSuchFileException _ -> "it is not there";
          default -> String.valueOf(fault.getReason());
        };
    return fault.getFile() + ": " + why;
  }

  private List<String> all() {
    return ports.library().courses().stream().map(CourseCard::id).toList();
  }

  private ExitCode noSuch(String name) {
    voice.trouble(
        "There is no course \"" + name + "\".",
        Nearest.to(name, all())
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("There are: " + String.join(", ", all())));
    return ExitCode.USAGE;
  }
}
