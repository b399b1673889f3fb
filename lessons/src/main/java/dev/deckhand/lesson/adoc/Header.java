package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Ordering;
import java.util.List;

/**
 * What the header of a lesson says.
 *
 * @param id empty where the author gives none
 * @param minutes 0 where the author does not say
 * @param requires as the author wrote them
 */
record Header(
    String id,
    LabNeeds needs,
    List<String> requires,
    int minutes,
    String level,
    Ordering ordering) {
  Header {
    requires = List.copyOf(requires);
  }
}
