package dev.deckhand.lesson;

import dev.deckhand.lesson.variable.LessonVariation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A lesson, as compiled from its file.
 *
 * @param title with its subtitle, as the author wrote it
 * @param intro prose before the first step
 * @param file the file as its author would name it
 * @param variation what differs between learners
 */
public record Lesson(
    LessonId id,
    String title,
    LabNeeds needs,
    LessonMetadata metadata,
    List<Block> intro,
    List<Step> steps,
    String file,
    LessonVariation variation) {
  public Lesson {
    intro = List.copyOf(intro);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(file + ": a lesson has at least one step");
    }
  }

  /** A lesson that's the same for all learners. */
  public Lesson(
      LessonId id,
      String title,
      LabNeeds needs,
      LessonMetadata metadata,
      List<Block> intro,
      List<Step> steps,
      String file) {
    this(id, title, needs, metadata, intro, steps, file, LessonVariation.NONE);
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
    return new Lesson(id, title, needs, metadata, intro, ordered, file, variation);
  }

  /** The number of one of its steps in the lesson's file, whatever the order is. */
  public int writtenNumber(Step step) {
    boolean comparable =
        steps.stream().map(one -> one.place().line()).distinct().count() == steps.size();
    return comparable
        ? 1 + (int) steps.stream().filter(one -> one.place().line() < step.place().line()).count()
        : step.number();
  }

  /** The same lesson with an introduction and a variation. */
  public Lesson withVariation(List<Block> newIntro, LessonVariation newVariation) {
    return new Lesson(id, title, needs, metadata, newIntro, steps, file, newVariation);
  }
}
