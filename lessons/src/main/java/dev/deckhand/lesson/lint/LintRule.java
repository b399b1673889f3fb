package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import java.util.List;

/** One thing that is asked of every lesson. */
interface LintRule {

  /** Returns where a lesson does not keep the rule, and what is not waived. */
  List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers);
}
