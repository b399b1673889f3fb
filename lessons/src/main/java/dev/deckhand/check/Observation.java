package dev.deckhand.check;

import dev.deckhand.check.pattern.DataNode;
import java.util.List;

/** What a lab saw when it looked at a subject. */
public sealed interface Observation {

  /**
   * The objects that are there: none, one, or as many as the labels selected, in a stable order. A
   * looked-at object that does not exist is an empty list, not a fault.
   */
  record Snapshot(List<DataNode> objects) implements Observation {
    public Snapshot {
      objects = List.copyOf(objects);
    }
  }

  /**
   * The lab could not look. Never the learner's fault.
   *
   * @param reason what went wrong, in a sentence
   * @param remedy what to do about it, in a sentence
   */
  record Unreachable(String reason, String remedy) implements Observation {}
}
