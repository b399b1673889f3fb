package dev.deckhand.shell.grade;

import dev.deckhand.lesson.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a submission does in each step.
 *
 * @param commands by the number of the step, counted from 1
 * @param answers by the question's id
 * @param choices by the quiz's id
 */
record SubmittedSteps(
    Map<Integer, List<String>> commands,
    Map<String, String> answers,
    Map<String, Set<Integer>> choices) {
  SubmittedSteps {
    commands = Map.copyOf(commands);
    answers = Map.copyOf(answers);
    choices = Map.copyOf(new HashMap<>(choices));
  }

  /** The commands of a step; may be empty. */
  List<String> entries(int step) {
    return commands.getOrDefault(step, List.of());
  }

  /** Whether there's anything for a step. */
  boolean hasWorkFor(Step step) {
    return !entries(step.number()).isEmpty()
        || step.questions().stream().anyMatch(question -> answers.containsKey(question.id()))
        || step.quizzes().stream().anyMatch(quiz -> choices.containsKey(quiz.id()));
  }
}
