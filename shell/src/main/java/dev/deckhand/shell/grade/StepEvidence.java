package dev.deckhand.shell.grade;

import dev.deckhand.shell.step.StepTimeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the outcomes of a step's tasks are based on.
 *
 * @param step counted from 1
 * @param causes why subjects are as they are, as far as the lab knew, by the names that findings
 *     have for them; only of checks that don't pass
 */
public record StepEvidence(
    int step, StepTimeline timeline, GivenAnswers answers, Map<String, List<String>> causes) {
  public StepEvidence {
    causes = Map.copyOf(new HashMap<>(causes));
  }
}
