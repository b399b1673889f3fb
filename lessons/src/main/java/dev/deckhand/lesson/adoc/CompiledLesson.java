package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.lint.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of compiling one file.
 *
 * @param lesson null where the file cannot be read as a lesson at all; with errors among the
 *     findings it lacks what they name, and is not fit for a learner
 * @param findings in the order of the file
 */
public record CompiledLesson(@Nullable Lesson lesson, List<Finding> findings) {
  public CompiledLesson {
    findings = List.copyOf(findings);
  }

  /** Whether a learner may be given the lesson. */
  public boolean isSound() {
    return lesson != null && findings.stream().noneMatch(Finding::isError);
  }
}
