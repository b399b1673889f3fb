package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.stream.Stream;

/** A step with something to reach or to answer has hints, so that nobody is stuck. */
final class HintForEveryCheck implements Rule {

  @Override
  public List<Finding> review(Lesson lesson, Waivers waivers) {
    return lesson.steps().stream()
        .filter(step -> step.hints().isEmpty())
        .filter(step -> !waivers.has(step.number(), Waivers.Waiver.NO_HINT))
        .flatMap(HintForEveryCheck::findings)
        .toList();
  }

  private static Stream<Finding> findings(Step step) {
    Stream<Finding> checks =
        step.checks().stream()
            .filter(check -> check.role() == Check.Role.GOAL)
            .map(check ->
                Finding.warning(
                    check.place(),
                    "The check \"" + check.title() + "\" has no hint.",
                    "Add one, or mark the step [.no-hint,because=\"...\"]."));
    Stream<Finding> questions =
        step.questions().stream()
            .map(question ->
                Finding.warning(
                    question.place(),
                    "The question \"" + question.title() + "\" has no hint.",
                    "Add one, or mark the step [.no-hint,because=\"...\"]."));
    return Stream.concat(checks, questions);
  }
}
