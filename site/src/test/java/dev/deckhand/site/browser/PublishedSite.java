package dev.deckhand.site.browser;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.adoc.CompiledLibrary;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.coverage.Coverage;
import dev.deckhand.lesson.coverage.CoverageReader;
import dev.deckhand.lesson.coverage.Steps;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.site.Format;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.publish.Publisher;
import dev.deckhand.site.publish.Unpublishable;
import dev.deckhand.site.publish.WebEdition;
import dev.deckhand.site.render.Press;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All courses and the one that uses every feature, as they are published. */
record PublishedSite(Path folder, Syllabus syllabus) implements AutoCloseable {

  /** The lesson with everything in it. */
  static final LessonId RICH = LessonId.of("every-feature/harbour");

  private static final Path TEST_COURSES = Path.of("..", "lessons", "src", "test", "courses");

  static PublishedSite make() {
    try (var compiler = new CourseCompiler();
        var press = new Press()) {
      var library = new Shelf(PackLibrary.builtIn(), CompiledLibrary.of(TEST_COURSES, compiler));
      Coverage coverage =
          CoverageReader.read(library.coverage().orElse(""), "coverage.yaml", Steps.of(library))
              .coverage();
      Syllabus syllabus = Syllabus.of(library, _ -> true, coverage);
      Path folder = Files.createTempDirectory("deckhand-site-");
      new Publisher(folder, press)
          .publish(
              new WebEdition("test", Set.of(Format.HTML), library::picture).sheets(syllabus),
              (_, _, _) -> {});
      return new PublishedSite(folder, syllabus);
    } catch (IOException | Unpublishable fault) {
      throw new AssertionError("the courses can be published", fault);
    }
  }

  /** The address of a page. */
  String url(String path) {
    return folder.resolve(path).toUri().toString();
  }

  List<Path> pages() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".html")).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Two libraries in one. The commands of the rich lesson are given output of all kinds. */
  private record Shelf(Library first, Library second) implements Library {

    @Override
    public List<CourseCard> courses() {
      return Stream.of(first, second).flatMap(one -> one.courses().stream()).toList();
    }

    @Override
    public Optional<Lesson> lesson(LessonId id) {
      return first.lesson(id).or(() -> second.lesson(id));
    }

    @Override
    public Optional<Png> picture(String course, String name) {
      return first.picture(course, name).or(() -> second.picture(course, name));
    }

    @Override
    public Optional<String> sources(String course) {
      return first.sources(course).or(() -> second.sources(course));
    }

    @Override
    public Optional<String> coverage() {
      return first.coverage();
    }

    @Override
    public Printed printed(LessonId id) {
      return id.equals(RICH)
          ? new Printed(lesson(id).stream().flatMap(Shelf::printed).toList())
          : first.printed(id);
    }

    private static Stream<Printed.Command> printed(Lesson lesson) {
      return lesson.steps().stream()
          .flatMap(step ->
              IntStream.range(0, step.offered().size())
                  .mapToObj(i ->
                      new Printed.Command(
                          step.title(),
                          step.offered().get(i),
                          i % 3 == 2 ? 1 : 0,
                          "<b>&amp; "
                              + "a line that is long ".repeat(10)
                              + "\n".repeat(1)
                              + "x\n".repeat(i % 2 == 0 ? 1 : 30))));
    }
  }
}
