package dev.deckhand.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.adoc.CompiledCourse;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.adoc.diagram.DiagramRenderer;
import dev.deckhand.shell.view.lesson.LessonPreviewView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.LessonPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/**
 * The course that uses every feature, on a terminal and as pages: the same records, drawn twice.
 */
class FeatureCourseSnapshotTest {

  private static final Path COURSE = Path.of("../lessons/src/test/courses/every-feature");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/every-feature");

  @Test
  void itLooksAsItDid() throws IOException {
    var sheet = new LessonPreviewView(new RenderContext(Theme.plain(), TextBundle.english(), 80));
    for (Lesson lesson : course().lessons()) {
      String drawn =
          sheet.render(lesson, 0, true).stream()
              .map(AttributedString::toString)
              .collect(Collectors.joining("\n", "", "\n"));
      compare(lesson.id().lesson() + "-80-plain.txt", drawn);
    }
  }

  @Test
  void itsPagesAreAsTheyWere() throws IOException {
    CompiledCourse course = course();
    for (Lesson lesson : course.lessons()) {
      String body =
          Html.write(
              LessonPage.of(
                      lesson,
                      RecordedOutput.NONE,
                      name -> Optional.ofNullable(course.pictures().get(name)))
                  .body());
      compare(lesson.id().lesson() + "-body.html", body);
    }
  }

  private static CompiledCourse course() throws IOException {
    // what a diagram really looks like depends on the machine's fonts
    Png harbour = Png.of(Files.readAllBytes(COURSE.resolve("images/harbour.png")));
    try (var compiler =
        new CourseCompiler(source ->
            new DiagramRenderer.Rendering.Rendered(
                harbour, List.of("drawn: " + source.getFirst())))) {
      return compiler.compile(COURSE);
    }
  }

  private static void compare(String name, String drawn) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(file));
  }
}
