package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.adoc.BrokenFile.Expected;
import dev.deckhand.lesson.lint.Finding;
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
@ExtendWith(SharedCompiler.class)
class BrokenLessonsTest {

  static final Path BROKEN = Path.of("src/test/resources/broken");
  private static final Path COURSES = BROKEN.resolve("courses");

  private final Bench bench;

  BrokenLessonsTest(Bench bench) {
    this.bench = bench;
  }

  @ParameterizedTest
  @MethodSource
  void lessonsAreRefusedWithTheirReason(BrokenFile lesson) throws IOException {
    check(lesson, bench.compiler().compileLesson(lesson.path()).findings());
  }

  static List<BrokenFile> lessonsAreRefusedWithTheirReason() throws IOException {
    try (Stream<Path> paths = Files.walk(BROKEN)) {
      return paths
          .filter(path -> path.toString().endsWith(".adoc") && !path.startsWith(COURSES))
          .sorted()
          .map(BrokenFile::new)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource
  void coursesAreRefusedWithTheirReason(BrokenFile courses) throws IOException {
    check(
        courses,
        bench.compiler().compileAll(courses.path()).stream()
            .flatMap(course -> course.findings().stream())
            .toList());
  }

  static List<BrokenFile> coursesAreRefusedWithTheirReason() throws IOException {
    try (Stream<Path> paths = Files.list(COURSES)) {
      return paths.filter(Files::isDirectory).sorted().map(BrokenFile::new).toList();
    }
  }

  private static void check(BrokenFile broken, List<Finding> findings) throws IOException {
    if (System.getProperty("golden.write") != null && broken.expected().isEmpty()) {
      broken.write(findings);
    }
    assertThat(findings).allSatisfy(PlainWords::check);
    var unexpected = new ArrayList<>(findings);
    var missed = new ArrayList<Expected>();
    for (Expected expected : broken.expected()) {
      findings.stream()
          .filter(unexpected::contains)
          .filter(expected::isMetBy)
          .findFirst()
          .ifPresentOrElse(unexpected::remove, () -> missed.add(expected));
    }
    assertThat(missed).as("expected, and not found among %s", findings).isEmpty();
    assertThat(unexpected).as("found, and not expected").isEmpty();
    assertThat(findings).as("what is broken is accepted").isNotEmpty();
  }
}
