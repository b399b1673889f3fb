package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import java.util.List;

/** A step with tasks has a debrief. */
final class DebriefRequiredRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream()
        .filter(step -> !step.isReadingOnly() && step.debrief().isEmpty())
        .filter(step -> !lintWaivers.has(step.number(), LintWaivers.Waiver.NO_DEBRIEF))
        .map(step ->
            LintFinding.warning(
                step.place(),
                "The step \"" + step.title() + "\" has no debrief.",
                "Say why it came so in a [.debrief], or mark the step"
                    + " [.no-debrief,because=\"...\"]."))
        .toList();
  }
}
