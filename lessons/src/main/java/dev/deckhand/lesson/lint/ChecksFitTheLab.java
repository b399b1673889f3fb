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
 * What a lesson's checks look at is in its lab: a cluster has no containers of an engine, and an
 * engine no Pods.
 */
final class ChecksFitTheLab implements Rule {

  @Override
  public List<Finding> review(Lesson lesson, Waivers waivers) {
    return lesson.steps().stream()
        .flatMap(ChecksFitTheLab::expectations)
        .filter(expectation -> !lesson.needs().canSee(expectation.subject()))
        .map(expectation -> misplaced(expectation, lesson.needs()))
        .toList();
  }

  private static Stream<Expectation> expectations(Step step) {
    return Stream.concat(
        step.checks().stream().map(Check::expectations).flatMap(List::stream),
        step.questions().stream().map(Question::expectations).flatMap(List::stream));
  }

  private static Finding misplaced(Expectation expectation, LabNeeds needs) {
    String has =
        needs.labs().stream().map(LabKind::word).sorted().collect(Collectors.joining(", "));
    String wanted =
        LabNeeds.labsFor(expectation.subject()).stream()
            .map(LabKind::word)
            .collect(Collectors.joining(" or "));
    return Finding.error(
        expectation.pattern().place(),
        expectation.subject().spoken()
            + " is in no lab of this lesson, which has "
            + (has.isEmpty() ? "none" : has)
            + ".",
        "Add \"" + wanted + "\" to \":lab:\", or look at what the lesson's lab has.");
  }
}
