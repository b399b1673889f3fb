package dev.deckhand.lesson;

import java.util.List;

/**
 * What a step gives to read.
 *
 * @param prose what the learner reads first, with commands to try
 * @param debrief what is shown once the step is done
 * @param instructor notes for whoever teaches the step
 */
public record StepContent(List<Block> prose, List<Block> debrief, List<Block> instructor) {
  public StepContent {
    prose = List.copyOf(prose);
    debrief = List.copyOf(debrief);
    instructor = List.copyOf(instructor);
  }

  /** Prose alone. */
  public StepContent(List<Block> prose) {
    this(prose, List.of(), List.of());
  }
}
