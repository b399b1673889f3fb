package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.adoc.ExpectedFindingsFile.Expected;
import dev.deckhand.lesson.lint.LintFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles every lesson under {@code broken/}, each of which has one mistake, and says what is to
 * be found in it.
 */
@ExtendWith(SharedCompilerExtension.class)
class BrokenLessonTest {

  static final Path BROKEN = Path.of("src/test/resources/broken");
  private static final Path COURSES = BROKEN.resolve("courses");

  private final CompilerFixture compilerFixture;

  BrokenLessonTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @ParameterizedTest
  @MethodSource
  void lessonsAreRefusedWithTheirReason(ExpectedFindingsFile lesson) throws IOException {
    check(lesson, compilerFixture.compiler().compileLesson(lesson.path()).findings());
  }

  static List<ExpectedFindingsFile> lessonsAreRefusedWithTheirReason() throws IOException {
    try (Stream<Path> paths = Files.walk(BROKEN)) {
      return paths
          .filter(path -> path.toString().endsWith(".adoc") && !path.startsWith(COURSES))
          .sorted()
          .map(ExpectedFindingsFile::new)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource
  void coursesAreRefusedWithTheirReason(ExpectedFindingsFile courses) throws IOException {
    check(
        courses,
        compilerFixture.compiler().compileAll(courses.path()).stream()
            .flatMap(course -> course.findings().stream())
            .toList());
  }

  static List<ExpectedFindingsFile> coursesAreRefusedWithTheirReason() throws IOException {
    try (Stream<Path> paths = Files.list(COURSES)) {
      return paths.filter(Files::isDirectory).sorted().map(ExpectedFindingsFile::new).toList();
    }
  }

  private static void check(ExpectedFindingsFile broken, List<LintFinding> lintFindings)
      throws IOException {
    if (System.getProperty("golden.write") != null && broken.expected().isEmpty()) {
      broken.write(lintFindings);
    }
    assertThat(lintFindings).allSatisfy(FindingWordingCheck::check);
    var unexpected = new ArrayList<>(lintFindings);
    var missed = new ArrayList<Expected>();
    for (Expected expected : broken.expected()) {
      lintFindings.stream()
          .filter(unexpected::contains)
          .filter(expected::isMetBy)
          .findFirst()
          .ifPresentOrElse(unexpected::remove, () -> missed.add(expected));
    }
    assertThat(missed).as("expected, and not found among %s", lintFindings).isEmpty();
    assertThat(unexpected).as("found, and not expected").isEmpty();
    assertThat(lintFindings).as("what is broken is accepted").isNotEmpty();
  }
}
