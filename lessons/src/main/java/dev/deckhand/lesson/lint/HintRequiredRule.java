package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.stream.Stream;

/** A step with checks or questions has hints. */
final class HintRequiredRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream()
        .filter(step -> step.hints().isEmpty())
        .filter(step -> !lintWaivers.has(step.number(), LintWaivers.Waiver.NO_HINT))
        .flatMap(HintRequiredRule::findings)
        .toList();
  }

  private static Stream<LintFinding> findings(Step step) {
    Stream<LintFinding> checks =
        step.checks().stream()
            .filter(check -> check.role() == Check.Role.GOAL)
            .map(check ->
                LintFinding.warning(
                    check.place(),
                    "The check \"" + check.title() + "\" has no hint.",
                    "Add one, or mark the step [.no-hint,because=\"...\"]."));
    Stream<LintFinding> questions =
        step.questions().stream()
            .map(question ->
                LintFinding.warning(
                    question.place(),
                    "The question \"" + question.title() + "\" has no hint.",
                    "Add one, or mark the step [.no-hint,because=\"...\"]."));
    return Stream.concat(checks, questions);
  }
}
