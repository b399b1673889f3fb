package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import java.util.List;

/** A step in which something is done says afterwards why it came so. */
final class DebriefForEveryStep implements Rule {

  @Override
  public List<Finding> review(Lesson lesson, Waivers waivers) {
    return lesson.steps().stream()
        .filter(step -> !step.isReading() && step.debrief().isEmpty())
        .filter(step -> !waivers.has(step.number(), Waivers.Waiver.NO_DEBRIEF))
        .map(step ->
            Finding.warning(
                step.place(),
                "The step \"" + step.title() + "\" has no debrief.",
                "Say why it came so in a [.debrief], or mark the step"
                    + " [.no-debrief,because=\"...\"]."))
        .toList();
  }
}
