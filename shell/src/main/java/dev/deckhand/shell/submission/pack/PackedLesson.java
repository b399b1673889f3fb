package dev.deckhand.shell.submission.pack;

import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.submission.Submission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that was packed.
 *
 * @param begunAt when the attempt began
 * @param earlierAttempt whether a later attempt got less far, and isn't submitted
 * @param steps all steps of the lesson, in the learner's order
 * @param files the paths of the learner's files in the submission
 * @param missingFiles what commands refer to, and isn't in the submission
 * @param remarks one sentence each on what was left out or changed
 */
public record PackedLesson(
    Submission submission,
    Instant begunAt,
    boolean earlierAttempt,
    List<PackedStep> steps,
    List<String> files,
    List<MissingFile> missingFiles,
    List<String> remarks) {

  public PackedLesson {
    steps = List.copyOf(steps);
    files = List.copyOf(files);
    missingFiles = List.copyOf(missingFiles);
    remarks = List.copyOf(remarks);
  }

  /**
   * A file that isn't in the submission.
   *
   * @param step whose command refers to it
   * @param path as the command has it
   */
  public record MissingFile(int step, String path, String command) {}

  /**
   * A step.
   *
   * @param number counted from 1, in the learner's order
   * @param outcome null if it isn't past
   * @param commands how many its script has
   * @param answers how many answers and choices its script has
   * @param tasks whether there is anything to do in it
   */
  public record PackedStep(
      int number,
      String title,
      @Nullable StepOutcome outcome,
      int commands,
      int answers,
      int hints,
      boolean solutionShown,
      boolean tasks) {

    /** Whether the step counts as not done. */
    public boolean isMissing() {
      return tasks && outcome != StepOutcome.DONE;
    }
  }
}
