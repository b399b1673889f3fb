package dev.deckhand.lesson.lint;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Question;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lesson's lab has what its checks observe: a cluster has no engine's containers, and an engine
 * no Pods.
 */
final class CheckLabRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream()
        .flatMap(CheckLabRule::expectations)
        .filter(expectation -> !lesson.needs().canObserve(expectation.subject()))
        .map(expectation -> misplaced(expectation, lesson.needs()))
        .toList();
  }

  /** What a step's checks and questions look at. */
  static Stream<Expectation> expectations(Step step) {
    return Stream.concat(
        step.checks().stream().map(Check::expectations).flatMap(List::stream),
        step.questions().stream().map(Question::expectations).flatMap(List::stream));
  }

  private static LintFinding misplaced(Expectation expectation, LabNeeds needs) {
    String has =
        needs.labs().stream().map(LabKind::keyword).sorted().collect(Collectors.joining(", "));
    String wanted =
        LabNeeds.labsFor(expectation.subject()).stream()
            .map(LabKind::keyword)
            .collect(Collectors.joining(" or "));
    return LintFinding.error(
        expectation.pattern().place(),
        expectation.subject().displayName()
            + " is in no lab of this lesson, which has "
            + (has.isEmpty() ? "none" : has)
            + ".",
        "Add \"" + wanted + "\" to \":lab:\", or look at what the lesson's lab has.");
  }
}
