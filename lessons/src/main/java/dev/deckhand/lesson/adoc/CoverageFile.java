package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.file.IoFailure;
import dev.deckhand.lesson.coverage.CoverageReader;
import dev.deckhand.lesson.coverage.StepIndex;
import dev.deckhand.lesson.lint.LintFinding;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The coverage file beside the courses.
 *
 * @param readErrors why it can't be read, if it exists
 */
record CoverageFile(Optional<String> text, List<LintFinding> readErrors) {

  private static final String NAME = "coverage.yaml";

  CoverageFile {
    readErrors = List.copyOf(readErrors);
  }

  /** The file in a folder of courses; without text if there is none. */
  static CoverageFile in(Path courses) {
    Path file = courses.resolve(NAME);
    if (!Files.exists(file)) {
      return new CoverageFile(Optional.empty(), List.of());
    }
    try {
      return new CoverageFile(Optional.of(Files.readString(file)), List.of());
    } catch (CharacterCodingException notUtf8) {
      return unreadable("The file is not UTF-8.", "Save it as UTF-8 text.");
    } catch (IOException unreadable) {
      return unreadable(
          "The file cannot be read (" + IoFailure.reason(unreadable) + ").",
          "Check that it is a file, and its permissions.");
    }
  }

  private static CoverageFile unreadable(String message, String remedy) {
    return new CoverageFile(
        Optional.empty(), List.of(LintFinding.error(new SourcePosition(NAME, 0), message, remedy)));
  }

  /**
   * Checks it against the courses. If a course has errors, it isn't checked: a lesson that can't be
   * compiled has no steps to find.
   */
  List<LintFinding> findings(List<CompiledCourse> courses) {
    if (text.isEmpty()
        || courses.isEmpty()
        || !courses.stream().allMatch(CompiledCourse::isValid)) {
      return readErrors;
    }
    var lessons = courses.stream().flatMap(course -> course.lessons().stream()).toList();
    return CoverageReader.read(text.get(), NAME, StepIndex.of(lessons)).findings();
  }
}
