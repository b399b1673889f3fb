package dev.deckhand.lab.observe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.util.stream.Collectors;

/** What a lab says of a subject that it has no eyes for: a fault of the lesson. */
public final class UnsupportedSubject {

  private UnsupportedSubject() {}

  /**
   * Says so.
   *
   * @param lab what there is, in a word
   */
  public static Observation.Unreachable observation(String lab, Subject subject) {
    String wanted =
        LabNeeds.labsFor(subject).stream()
            .map(LabKind::keyword)
            .collect(Collectors.joining(" or "));
    return new Observation.Unreachable(
        "This lesson's " + lab + " cannot look for " + subject.displayName() + ".",
        "Tell the lesson's author: the header wants \":lab: " + wanted + "\".");
  }
}
