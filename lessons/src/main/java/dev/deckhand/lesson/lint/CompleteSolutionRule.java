package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A solution answers all questions and quizzes of its step correctly. */
final class CompleteSolutionRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream().flatMap(CompleteSolutionRule::findings).toList();
  }

  private static Stream<LintFinding> findings(Step step) {
    Script solution = step.solution();
    return solution == null
        ? Stream.empty()
        : Stream.concat(answers(step, solution).stream(), choices(step, solution).stream());
  }

  private static Optional<LintFinding> answers(Step step, Script solution) {
    int all = step.questions().size();
    var answered = new HashSet<Integer>();
    for (ScriptAnswer answer : ScriptAnswer.findIn(solution, "answer")) {
      answered.add(answer.number() == 0 ? firstOpen(answered) : answer.number());
    }
    answered.removeIf(number -> number > all);
    return answered.size() >= all
        ? Optional.empty()
        : Optional.of(
            LintFinding.error(
                solution.place(),
                "The solution answers " + answered.size() + " of " + all + " questions.",
                "Add \"answer TEXT\", or \"answer 2: TEXT\" for the second."));
  }

  private static List<LintFinding> choices(Step step, Script solution) {
    var right = new HashSet<Integer>();
    var wrong = new ArrayList<String>();
    for (ScriptAnswer choice : ScriptAnswer.findIn(solution, "choose")) {
      int number = choice.number() == 0 ? firstOpen(right) : choice.number();
      if (number <= step.quizzes().size()) {
        if (numbers(choice.text()).equals(step.quizzes().get(number - 1).rightChoices())) {
          right.add(number);
        } else {
          wrong.add(choice.entry());
        }
      }
    }
    var lintFindings = new ArrayList<LintFinding>();
    for (int number = 1; number <= step.quizzes().size(); number++) {
      if (!right.contains(number)) {
        lintFindings.add(unsolvedQuiz(step, solution, number, wrong));
      }
    }
    return lintFindings;
  }

  private static LintFinding unsolvedQuiz(
      Step step, Script solution, int number, List<String> wrong) {
    Quiz quiz = step.quizzes().get(number - 1);
    boolean alone = step.quizzes().size() == 1;
    String which = alone ? "" : " \"" + quiz.title() + "\"";
    String wanted =
        (alone ? "choose " : "choose " + number + ": ")
            + quiz.rightChoices().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    return LintFinding.error(
        solution.place(),
        wrong.isEmpty()
            ? "The solution leaves the quiz" + which + " open."
            : "The solution's \"" + wrong.getFirst() + "\" is not the quiz's right choice.",
        "Write \"" + wanted + "\".");
  }

  private static int firstOpen(Set<Integer> settled) {
    int number = 1;
    while (settled.contains(number)) {
      number++;
    }
    return number;
  }

  private static Set<Integer> numbers(String choice) {
    return Arrays.stream(choice.split("[,\\s]+"))
        .map(String::strip)
        .filter(number -> number.matches("\\d{1,3}"))
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }
}
