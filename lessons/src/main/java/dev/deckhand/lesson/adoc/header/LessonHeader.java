package dev.deckhand.lesson.adoc.header;

import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.StepOrderMode;
import java.util.List;

/**
 * What the header of a lesson says.
 *
 * @param id empty where the author gives none
 * @param minutes 0 where the author does not say
 * @param requires as the author wrote them
 */
public record LessonHeader(
    String id,
    LabNeeds needs,
    List<String> requires,
    int minutes,
    String level,
    StepOrderMode ordering) {
  public LessonHeader {
    requires = List.copyOf(requires);
  }
}
