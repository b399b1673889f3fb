package dev.deckhand.site.browser;

import dev.deckhand.file.FolderTree;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.adoc.CompiledLibrary;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.coverage.CourseCoverage;
import dev.deckhand.lesson.coverage.CoverageReader;
import dev.deckhand.lesson.coverage.StepIndex;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.publish.HandoutEdition;
import dev.deckhand.site.publish.PublicationException;
import dev.deckhand.site.publish.PublicationFile;
import dev.deckhand.site.publish.Publisher;
import dev.deckhand.site.publish.SlidesEdition;
import dev.deckhand.site.publish.WebEdition;
import dev.deckhand.site.render.AsciidoctorRenderers;
import dev.deckhand.site.web.SitePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All courses and the one that uses every feature, as they are published: pages and slides of all
 * of them, and two handouts, for paper takes longest.
 */
record PublishedSite(Path top, CourseLibrary library, Syllabus syllabus) implements AutoCloseable {

  /** The lesson with everything in it. */
  static final LessonId RICH = LessonId.of("every-feature/harbour");

  /** Those courses of which there is a handout. */
  static final Set<String> ON_PAPER = Set.of("helm", "every-feature");

  private static final Path TEST_COURSES = Path.of("..", "lessons", "src", "test", "courses");

  static PublishedSite make() {
    try (var compiler = new CourseCompiler();
        var asciidoctorRenderers = new AsciidoctorRenderers()) {
      var library =
          new MergedLibrary(PackLibrary.builtIn(), CompiledLibrary.of(TEST_COURSES, compiler));
      CourseCoverage courseCoverage =
          CoverageReader.read(library.coverage().orElse(""), "coverage.yaml", StepIndex.of(library))
              .coverage();
      Syllabus syllabus = Syllabus.of(library, _ -> true, courseCoverage);
      var site = new PublishedSite(Files.createTempDirectory("deckhand-site-"), library, syllabus);
      site.publish(asciidoctorRenderers);
      return site;
    } catch (IOException | PublicationException fault) {
      throw new AssertionError("the courses can be published", fault);
    }
  }

  /** Returns what was made: all that is not as it should be. */
  List<String> publish(AsciidoctorRenderers asciidoctorRenderers)
      throws IOException, PublicationException {
    var publicationFiles = new ArrayList<PublicationFile>();
    publicationFiles.addAll(
        new WebEdition(Set.of(PublishFormat.HTML, PublishFormat.SLIDES), library::picture)
            .files(syllabus));
    publicationFiles.addAll(new SlidesEdition("test", library::picture).files(syllabus));
    return new Publisher(folder(), asciidoctorRenderers)
        .publish(publicationFiles, (_, _, _) -> {})
        .written();
  }

  /** Returns which handouts were made: all that are not as they should be. */
  List<String> print(AsciidoctorRenderers asciidoctorRenderers)
      throws IOException, PublicationException {
    var printed =
        new Syllabus(
            syllabus.courses().stream().filter(one -> ON_PAPER.contains(one.id())).toList(),
            CourseCoverage.NONE);
    List<PublicationFile> handouts = new HandoutEdition("test", library::picture).files(printed);
    return new Publisher(paper(), asciidoctorRenderers)
        .publish(handouts, (_, _, _) -> {})
        .written();
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

  /** The handout of a course. All are printed when the first is asked for: few tests want any. */
  Path handout(String course) throws IOException {
    Path handout = paper().resolve(SitePaths.handout(course));
    if (Files.notExists(handout)) {
      try (var asciidoctorRenderers = new AsciidoctorRenderers()) {
        print(asciidoctorRenderers);
      } catch (PublicationException fault) {
        throw new AssertionError("the courses can be printed", fault);
      }
    }
    return handout;
  }

  Syllabus.Course course(String id) {
    return syllabus.courses().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  Lesson lesson(LessonId id) {
    return syllabus.lesson(id).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    FolderTree.delete(top);
  }
}
