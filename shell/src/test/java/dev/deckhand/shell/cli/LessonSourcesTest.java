package dev.deckhand.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.shell.cli.LessonNames.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonSourcesTest {

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
    LessonSources.Read read = read(new Named.Courses(courses));
    assertThat(read.errors())
        .extracting(Finding::line)
        .containsExactly(
            "coverage.yaml:6: The lesson \"c/a\" has no step \"Tide\". Did you mean \"Side\"?");
    assertThat(LessonLint.code(read, false)).isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void aWarningAboutItIsAsBadAsAnErrorOnlyWhereThatIsAskedFor() throws IOException {
    write("coverage.yaml", COVERAGE.replace("Tide", "Side").replace("[a]", "[b]"));
    LessonSources.Read read = read(new Named.Courses(courses));
    assertThat(read.findings())
        .extracting(Finding::message)
        .containsExactly("The curriculum does not name the lesson \"c/a\", which is there.");
    assertThat(LessonLint.code(read, false)).isEqualTo(ExitCode.OK);
    assertThat(LessonLint.code(read, true)).isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void oneCourseIsNotBlamedForIt() {
    assertThat(read(new Named.Course(courses.resolve("c"))).findings()).isEmpty();
  }

  private static LessonSources.Read read(Named named) {
    try (var sources = new LessonSources(Shelf.of())) {
      return sources.read(List.of(named));
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = courses.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
