package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.lint.LintFinding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of compiling one file.
 *
 * @param lesson null where the file cannot be read as a lesson at all; with errors among the
 *     findings it lacks what they name, and is not fit for a learner
 * @param findings in the order of the file
 * @param pictures those that it shows, by their names
 */
public record CompiledLesson(
    @Nullable Lesson lesson, List<LintFinding> findings, Map<String, Png> pictures) {
  public CompiledLesson {
    findings = List.copyOf(findings);
    pictures = Map.copyOf(pictures);
  }

  /** Whether a learner may be given the lesson. */
  public boolean isValid() {
    return lesson != null && findings.stream().noneMatch(LintFinding::isError);
  }
}
