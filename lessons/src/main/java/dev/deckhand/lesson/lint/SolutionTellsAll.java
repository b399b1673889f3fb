package dev.deckhand.lesson.lint;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A solution answers the questions and the quiz of its step too, and rightly. */
final class SolutionTellsAll implements Rule {

  @Override
  public List<Finding> review(Lesson lesson, Waivers waivers) {
    return lesson.steps().stream().flatMap(SolutionTellsAll::findings).toList();
  }

  private static Stream<Finding> findings(Step step) {
    Script solution = step.solution();
    return solution == null
        ? Stream.empty()
        : Stream.concat(answers(step, solution).stream(), choice(step, solution).stream());
  }

  private static Optional<Finding> answers(Step step, Script solution) {
    long answers = solution.entries().stream().filter(entry -> isWord(entry, "answer")).count();
    return answers >= step.questions().size()
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                solution.place(),
                "The solution answers "
                    + answers
                    + " of "
                    + step.questions().size()
                    + " questions.",
                "Add \"answer TEXT\", or \"answer 2: TEXT\" for the second."));
  }

  private static Optional<Finding> choice(Step step, Script solution) {
    if (step.quizzes().size() != 1) {
      return Optional.empty();
    }
    Set<Integer> right = step.quizzes().getFirst().right();
    Place place = solution.place();
    Optional<String> choice =
        solution.entries().stream().filter(entry -> isWord(entry, "choose")).findFirst();
    if (choice.isPresent() && numbers(choice.get()).equals(right)) {
      return Optional.empty();
    }
    String wanted =
        "choose " + right.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    return Optional.of(
        Finding.error(
            place,
            choice.isEmpty()
                ? "The solution leaves the quiz open."
                : "The solution's \"" + choice.get() + "\" is not the quiz's right choice.",
            "Write \"" + wanted + "\"."));
  }

  private static boolean isWord(String entry, String word) {
    return entry.startsWith(word + " ");
  }

  private static Set<Integer> numbers(String choice) {
    return Arrays.stream(choice.substring("choose ".length()).split(","))
        .map(String::strip)
        .filter(number -> number.matches("\\d{1,3}"))
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }
}
