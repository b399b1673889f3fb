package dev.deckhand.site.browser;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.adoc.CompiledLibrary;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.coverage.Coverage;
import dev.deckhand.lesson.coverage.CoverageReader;
import dev.deckhand.lesson.coverage.Steps;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.site.Format;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.publish.HandoutEdition;
import dev.deckhand.site.publish.Publisher;
import dev.deckhand.site.publish.Sheet;
import dev.deckhand.site.publish.SlidesEdition;
import dev.deckhand.site.publish.Unpublishable;
import dev.deckhand.site.publish.WebEdition;
import dev.deckhand.site.render.Press;
import dev.deckhand.site.web.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All courses and the one that uses every feature, as they are published: pages and slides of all
 * of them, and two handouts, for paper takes longest.
 */
record PublishedSite(Path top, Library library, Syllabus syllabus) implements AutoCloseable {

  /** The lesson with everything in it. */
  static final LessonId RICH = LessonId.of("every-feature/harbour");

  /** Those courses of which there is a handout. */
  static final Set<String> ON_PAPER = Set.of("helm", "every-feature");

  private static final Path TEST_COURSES = Path.of("..", "lessons", "src", "test", "courses");

  static PublishedSite make() {
    try (var compiler = new CourseCompiler();
        var press = new Press()) {
      var library = new Shelf(PackLibrary.builtIn(), CompiledLibrary.of(TEST_COURSES, compiler));
      Coverage coverage =
          CoverageReader.read(library.coverage().orElse(""), "coverage.yaml", Steps.of(library))
              .coverage();
      Syllabus syllabus = Syllabus.of(library, _ -> true, coverage);
      var site = new PublishedSite(Files.createTempDirectory("deckhand-site-"), library, syllabus);
      site.publish(press);
      return site;
    } catch (IOException | Unpublishable fault) {
      throw new AssertionError("the courses can be published", fault);
    }
  }

  /** Returns what was made: all that is not as it should be. */
  List<String> publish(Press press) throws IOException, Unpublishable {
    var sheets = new ArrayList<Sheet>();
    sheets.addAll(
        new WebEdition("test", Set.of(Format.HTML, Format.SLIDES), library::picture)
            .sheets(syllabus));
    sheets.addAll(new SlidesEdition("test", library::picture).sheets(syllabus));
    var printed =
        new Syllabus(
            syllabus.courses().stream().filter(one -> ON_PAPER.contains(one.id())).toList(),
            Coverage.NONE);
    List<Sheet> handouts = new HandoutEdition("test", library::picture).sheets(printed);
    var made =
        new ArrayList<>(new Publisher(folder(), press).publish(sheets, (_, _, _) -> {}).made());
    made.addAll(new Publisher(paper(), press).publish(handouts, (_, _, _) -> {}).made());
    return made;
  }

  /** Pages and slides. */
  Path folder() {
    return top.resolve("site");
  }

  private Path paper() {
    return top.resolve("paper");
  }

  /** The address of a page. */
  String url(String path) {
    return folder().resolve(path).toUri().toString();
  }

  /** All pages; slides are none. */
  List<Path> pages() throws IOException {
    try (Stream<Path> paths = Files.walk(folder())) {
      return paths
          .filter(path -> path.toString().endsWith(".html"))
          .filter(path -> !folder().relativize(path).startsWith("slides"))
          .sorted()
          .toList();
    }
  }

  /** The handout of a course. */
  Path handout(String course) {
    return paper().resolve(Address.handout(course));
  }

  Syllabus.Course course(String id) {
    return syllabus.courses().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  Lesson lesson(LessonId id) {
    return syllabus.lesson(id).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
