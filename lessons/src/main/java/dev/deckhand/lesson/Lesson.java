package dev.deckhand.lesson;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A lesson, as compiled from its file.
 *
 * @param title with its subtitle, as the author wrote it
 * @param intro prose before the first step
 * @param file the file as its author would name it
 */
public record Lesson(
    LessonId id,
    String title,
    LabNeeds needs,
    LessonMetadata metadata,
    List<Block> intro,
    List<Step> steps,
    String file) {
  public Lesson {
    intro = List.copyOf(intro);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(file + ": a lesson has at least one step");
    }
  }

  public List<String> requires() {
    return metadata.requires();
  }

  public int minutes() {
    return metadata.minutes();
  }

  public String level() {
    return metadata.level();
  }

  public StepOrderMode ordering() {
    return metadata.ordering();
  }

  /**
   * The same lesson with its steps in another order, numbered anew. Checks, questions and quizzes
   * keep their ids.
   */
  public Lesson withStepOrder(StepOrder order) {
    List<Integer> written = order.written();
    List<Step> ordered =
        IntStream.range(0, written.size())
            .mapToObj(place -> steps.get(written.get(place) - 1).withNumber(place + 1))
            .toList();
    return new Lesson(id, title, needs, metadata, intro, ordered, file);
  }
}
