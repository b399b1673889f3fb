package dev.deckhand.check;

import java.util.List;

/** What a lab saw when it looked at a subject. */
public sealed interface Observation {

  /**
   * The objects that are there: none, one, or as many as the labels selected, in a stable order. A
   * looked-at object that does not exist is an empty list, not a fault.
   */
  record Seen(List<Node> objects) implements Observation {
    public Seen {
      objects = List.copyOf(objects);
    }
  }

  /**
   * The lab could not look. Never the learner's fault.
   *
   * @param why what went wrong, in a sentence
   * @param next what to do about it, in a sentence
   */
  record Unreachable(String why, String next) implements Observation {}
}
