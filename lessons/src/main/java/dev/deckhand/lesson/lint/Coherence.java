package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a shown check asks for, its step has said: each name, number and image that the check
 * asserts stands in the step's prose, its commands, a hint, or the title of a check.
 */
final class Coherence implements Rule {

  @Override
  public List<Finding> review(Lesson lesson, Waivers waivers) {
    return lesson.steps().stream()
        .flatMap(step -> findings(step, lesson.needs().namespace()))
        .toList();
  }

  private static Stream<Finding> findings(Step step, String namespace) {
    // where the learner is needs no saying
    String told = Told.by(step) + "\n" + namespace;
    return step.checks().stream()
        .filter(check -> !check.hidden())
        .flatMap(check -> findings(check, told));
  }

  private static Stream<Finding> findings(Check check, String told) {
    return Assertion.of(check).stream()
        .filter(assertion -> !assertion.isToldIn(told))
        .map(assertion ->
            Finding.warning(
                assertion.place(),
                "The check \"%s\" asks for %s, which the step does not name."
                    .formatted(check.title(), assertion.text()),
                "Say it in the prose, a command or a hint, or make the check %hidden."));
  }
}
