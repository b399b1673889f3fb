package dev.deckhand.shell.grade;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a submission answered in one step.
 *
 * @param answers by the question's id
 * @param choices by the quiz's id
 * @param seenThen for answers that were given before the step's last command: what was observed at
 *     that moment, by the question's id
 */
public record GivenAnswers(
    Map<String, String> answers,
    Map<String, Set<Integer>> choices,
    Map<String, Map<Subject, Observation>> seenThen) {
  public GivenAnswers {
    answers = Map.copyOf(answers);
    choices = Map.copyOf(new HashMap<>(choices));
    seenThen = Map.copyOf(new HashMap<>(seenThen));
  }

  /** What was observed when a question was answered. */
  Map<Subject, Observation> seen(String question, Map<Subject, Observation> atTheEnd) {
    return seenThen.getOrDefault(question, atTheEnd);
  }
}
