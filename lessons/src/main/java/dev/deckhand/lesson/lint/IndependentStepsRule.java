package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrderMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Steps in random order have their own setup, and don't refer to others by position. Whether they
 * depend on each other's results only a lesson test shows.
 */
final class IndependentStepsRule implements LintRule {

  private static final Pattern PLACE =
      Pattern.compile(
          "\\b(?:first|last|next|previous|earlier|later|following)\\s+(?:steps?|faults?)\\b"
              + "|\\bsteps?\\s+(?:before|after|above|below|\\d+|one|two|three|four|five|six)\\b");

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    if (lesson.ordering() != StepOrderMode.DRAWN) {
      return List.of();
    }
    Stream<LintFinding> alone =
        lesson.steps().size() > 1
            ? Stream.empty()
            : Stream.of(
                LintFinding.warning(
                    lesson.steps().getFirst().place(),
                    "The steps are drawn, and there is only one.",
                    "Take \":order: drawn\" out of the header."));
    return Stream.concat(alone, lesson.steps().stream().flatMap(IndependentStepsRule::findings))
        .toList();
  }

  private static Stream<LintFinding> findings(Step step) {
    Stream<LintFinding> unprepared =
        step.setup().isEmpty()
            ? Stream.of(
                LintFinding.warning(
                    step.place(),
                    "The step \""
                        + step.title()
                        + "\" has no setup, and may be the first one drawn.",
                    "Make what it needs in a [source.setup,shell], or give up \":order: drawn\"."))
            : Stream.empty();
    Matcher placed =
        PLACE.matcher(
            StepTextExtractor.shownBeforeDone(step)
                + "\n"
                + StepTextExtractor.shownAfterDone(step));
    Stream<LintFinding> misplaced =
        placed.find()
            ? Stream.of(
                LintFinding.warning(
                    step.place(),
                    "The step \""
                        + step.title()
                        + "\" says \""
                        + placed.group()
                        + "\", and nobody knows which one that is: the steps are drawn.",
                    "Name what is meant instead."))
            : Stream.empty();
    return Stream.concat(unprepared, misplaced);
  }
}
