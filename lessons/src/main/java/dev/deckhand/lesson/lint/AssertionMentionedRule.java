package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step mentions what its visible checks ask for: each name, number and image that a check asserts
 * is in the step's prose, its commands, a hint, or the title of a check.
 */
final class AssertionMentionedRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream()
        .flatMap(step -> findings(step, lesson.needs().namespace()))
        .toList();
  }

  private static Stream<LintFinding> findings(Step step, String namespace) {
    // the learner's own namespace needn't be mentioned
    String told = StepTextExtractor.shownBeforeDone(step) + "\n" + namespace;
    return step.checks().stream()
        .filter(check -> !check.hidden())
        .flatMap(check -> findings(check, told));
  }

  private static Stream<LintFinding> findings(Check check, String told) {
    return CheckAssertion.of(check).stream()
        .filter(checkAssertion -> !checkAssertion.isMentionedIn(told))
        .map(checkAssertion ->
            LintFinding.warning(
                checkAssertion.place(),
                "The check \"%s\" asks for %s, which the step does not name."
                    .formatted(check.title(), checkAssertion.text()),
                "Say it in the prose, a command or a hint, or make the check %hidden."));
  }
}
