package dev.deckhand.shell.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.shell.cli.author.LessonNameResolver.LessonReference;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.StubLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonLoaderTest {

  private static final String COVERAGE =
      """
      curriculum: {c: [a]}
      texts:
        - name: t
          describes:
            - system: A
              steps: c/a#Tide
      """;

  @TempDir Path courses;

  @BeforeEach
  void oneCourse() throws IOException {
    write("c/course.adoc", "= C\n:license: CC0\n\nAll.\n");
    write("c/01-a.adoc", "= A\n\n== Side\n\nx\n");
    write("coverage.yaml", COVERAGE);
  }

  @Test
  void allCoursesAreReadTogetherWithWhatTheyAreSaidToCover() {
    LessonLoader.LoadedLessons loadedLessons = read(new LessonReference.CoursesFolder(courses));
    assertThat(loadedLessons.errors())
        .extracting(LintFinding::toLine)
        .containsExactly(
            "coverage.yaml:6: The lesson \"c/a\" has no step \"Tide\". Did you mean \"Side\"?");
    assertThat(loadedLessons.exitCode(false)).isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void aWarningAboutItIsAsBadAsAnErrorOnlyWhereThatIsAskedFor() throws IOException {
    write("coverage.yaml", COVERAGE.replace("Tide", "Side").replace("[a]", "[b]"));
    LessonLoader.LoadedLessons loadedLessons = read(new LessonReference.CoursesFolder(courses));
    assertThat(loadedLessons.findings())
        .extracting(LintFinding::message)
        .containsExactly("The curriculum does not name the lesson \"c/a\", which is there.");
    assertThat(loadedLessons.exitCode(false)).isEqualTo(ExitCode.OK);
    assertThat(loadedLessons.exitCode(true)).isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void oneCourseIsNotBlamedForIt() {
    assertThat(read(new LessonReference.CourseFolder(courses.resolve("c"))).findings()).isEmpty();
  }

  private static LessonLoader.LoadedLessons read(LessonReference lessonReference) {
    try (var sources = new LessonLoader(StubLibrary.of())) {
      return sources.read(List.of(lessonReference));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = courses.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
