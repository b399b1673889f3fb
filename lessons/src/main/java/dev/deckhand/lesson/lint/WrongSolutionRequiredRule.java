package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import java.util.List;

/** A step with checks has a wrong solution, to prove that its checks can fail. */
final class WrongSolutionRequiredRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream()
        .filter(step -> !step.checks().isEmpty() && step.wrongs().isEmpty())
        .map(step ->
            LintFinding.warning(
                step.place(),
                "The step \"" + step.title() + "\" has no wrong way.",
                "Add a [source.wrong,shell] with a mistake that a learner would make."))
        .toList();
  }
}
