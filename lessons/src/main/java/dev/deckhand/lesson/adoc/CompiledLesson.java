package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.lint.LintFinding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of compiling a lesson's file.
 *
 * @param lesson null if the file can't be read as a lesson; incomplete if there are errors among
 *     the findings
 * @param findings in the order of the file
 * @param pictures its pictures, by name
 */
public record CompiledLesson(
    @Nullable Lesson lesson, List<LintFinding> findings, Map<String, Png> pictures) {
  public CompiledLesson {
    findings = List.copyOf(findings);
    pictures = Map.copyOf(pictures);
  }

  /** Whether the lesson has no errors. */
  public boolean isValid() {
    return lesson != null && findings.stream().noneMatch(LintFinding::isError);
  }
}
