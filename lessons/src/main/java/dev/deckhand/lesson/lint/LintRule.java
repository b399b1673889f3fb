package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import java.util.List;

/** A rule for lessons. */
interface LintRule {

  /** Returns where a lesson breaks the rule without a waiver. */
  List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers);
}
