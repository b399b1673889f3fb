package dev.deckhand.lesson;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A lesson, as compiled from its file.
 *
 * @param title with its subtitle, as the author wrote it
 * @param requires lessons to have done before
 * @param minutes how long it takes, about; 0 where the author does not say
 * @param level empty where the author does not say
 * @param ordering in which order the steps are met
 * @param intro prose before the first step
 * @param file the file as its author would name it
 */
public record Lesson(
    LessonId id,
    String title,
    LabNeeds needs,
    List<String> requires,
    int minutes,
    String level,
    StepOrderMode ordering,
    List<Block> intro,
    List<Step> steps,
    String file) {
  public Lesson {
    requires = List.copyOf(requires);
    intro = List.copyOf(intro);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(file + ": a lesson has at least one step");
    }
  }

  /** A lesson whose steps are met as they are written. */
  public Lesson(
      LessonId id,
      String title,
      LabNeeds needs,
      List<String> requires,
      int minutes,
      String level,
      List<Block> intro,
      List<Step> steps,
      String file) {
    this(id, title, needs, requires, minutes, level, StepOrderMode.WRITTEN, intro, steps, file);
  }

  /**
   * The same lesson with its steps in another order, numbered as they come. Their checks, questions
   * and quizzes keep the ids that the file gives them.
   */
  public Lesson withStepOrder(StepOrder order) {
    List<Integer> written = order.written();
    List<Step> ordered =
        IntStream.range(0, written.size())
            .mapToObj(place -> steps.get(written.get(place) - 1).withNumber(place + 1))
            .toList();
    return new Lesson(id, title, needs, requires, minutes, level, ordering, intro, ordered, file);
  }
}
