package dev.deckhand.shell.cli.publish;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.coverage.CourseCoverage;
import dev.deckhand.lesson.coverage.CoverageReader;
import dev.deckhand.lesson.coverage.StepIndex;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.publish.Edition;
import dev.deckhand.site.publish.HandoutEdition;
import dev.deckhand.site.publish.ProgramFingerprint;
import dev.deckhand.site.publish.PublicationException;
import dev.deckhand.site.publish.PublicationFile;
import dev.deckhand.site.publish.Publisher;
import dev.deckhand.site.publish.SlidesEdition;
import dev.deckhand.site.publish.WebEdition;
import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Publishes courses into a folder, and reports progress and outcome. */
final class CoursePublisher {

  private final CommandContext context;
  private final CommandConsole console;
  private final boolean json;

  /**
   * @param json prints the outcome as JSON, and nothing else
   */
  CoursePublisher(CommandContext context, CommandConsole console, boolean json) {
    this.context = context;
    this.console = console;
    this.json = json;
  }

  /**
   * Publishes.
   *
   * @param courses by name; none means all
   * @throws IOException if anything but the folder can't be read
   */
  ExitCode publish(List<String> courses, Set<PublishFormat> publishFormats, Path out)
      throws IOException {
    Optional<String> unknown =
        courses.stream().filter(name -> !courseIds().contains(name)).findFirst();
    if (unknown.isPresent()) {
      return unknownCourse(unknown.get());
    }
    long start = System.nanoTime();
    Syllabus syllabus = syllabus(context.library(), courses);
    List<PublicationFile> publicationFiles = files(syllabus, publishFormats);
    try {
      Publisher.PublishResult publishResult = publishSheets(publicationFiles, out);
      var told = new PublishingSummary(syllabus, publishFormats, out, publishResult);
      if (json) {
        context.environment().out().println(told.json(Duration.ofNanos(System.nanoTime() - start)));
      } else {
        told.lines().forEach(console::print);
      }
      return ExitCode.OK;
    } catch (PublicationException why) {
      why.details().forEach(context.environment().err()::println);
      console.error(why.what(), why.next());
      return why.isFolderProblem() ? ExitCode.USAGE : ExitCode.CHECKS_FAILED;
    } catch (FileSystemException unwritable) {
      console.error(
          "Can't write to " + out + ": " + reason(unwritable) + ".",
          "Check the folder's owner and the free space on the disk; then run the same command"
              + " again to continue.");
      return ExitCode.USAGE;
    }
  }

  private List<PublicationFile> files(Syllabus syllabus, Set<PublishFormat> publishFormats)
      throws IOException {
    String program = ProgramFingerprint.compute(DeckhandCommand.VERSION);
    CourseLibrary library = context.library();
    return Arrays.stream(PublishFormat.values())
        .filter(publishFormats::contains)
        .<Edition>map(publishFormat ->
            switch (publishFormat) {
              case HTML -> new WebEdition(publishFormats, library::picture);
              case PDF -> new HandoutEdition(program, library::picture);
              case SLIDES -> new SlidesEdition(program, library::picture);
            })
        .flatMap(edition -> edition.files(syllabus).stream())
        .toList();
  }

  private Publisher.PublishResult publishSheets(List<PublicationFile> publicationFiles, Path out)
      throws IOException, PublicationException {
    try (var asciidoctorRenderers = new AsciidoctorRenderers();
        var lines = new PublishingProgress(console, json)) {
      Publisher.PublishResult publishResult =
          new Publisher(out, asciidoctorRenderers).publish(publicationFiles, lines);
      lines.done();
      return publishResult;
    }
  }

  private static Syllabus syllabus(CourseLibrary courseLibrary, List<String> courses) {
    CourseCoverage courseCoverage =
        courseLibrary
            .coverage()
            .map(yaml ->
                CoverageReader.read(yaml, "coverage.yaml", StepIndex.of(courseLibrary)).coverage())
            .orElse(CourseCoverage.NONE);
    return Syllabus.of(
        courseLibrary, name -> courses.isEmpty() || courses.contains(name), courseCoverage);
  }

  private static String reason(FileSystemException fault) {
    String why =
        switch (fault) {
          case java.nio.file.AccessDeniedException _ -> "permission denied";
          case java.nio.file.NoSuchFileException _ -> "it doesn't exist";
          default -> String.valueOf(fault.getReason());
        };
    return fault.getFile() + ": " + why;
  }

  private List<String> courseIds() {
    return context.library().courses().stream().map(CourseCard::id).toList();
  }

  private ExitCode unknownCourse(String name) {
    console.error(
        "There is no course \"" + name + "\".",
        SpellingSuggester.suggest(name, courseIds())
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("There are: " + String.join(", ", courseIds())));
    return ExitCode.USAGE;
  }
}
