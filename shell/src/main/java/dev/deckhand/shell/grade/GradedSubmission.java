package dev.deckhand.shell.grade;

import dev.deckhand.grade.StepGrade;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of a submission in one lab.
 *
 * @param steps all steps of the lesson, in order
 * @param commands of the submission, in the order in which they ran
 * @param evidence of the steps that were judged
 * @param took how long each judged step took, by its number
 */
public record GradedSubmission(
    List<StepGrade> steps,
    List<CommandRecord> commands,
    List<StepEvidence> evidence,
    Map<Integer, Duration> took) {
  public GradedSubmission {
    steps = List.copyOf(steps);
    commands = List.copyOf(commands);
    evidence = List.copyOf(evidence);
    took = Map.copyOf(took);
  }
}
