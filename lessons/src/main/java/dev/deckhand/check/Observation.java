package dev.deckhand.check;

import dev.deckhand.check.pattern.DataNode;
import java.util.List;

/** The result of observing a subject. */
public sealed interface Observation {

  /**
   * The objects that exist: none, one, or as many as the labels select, in a stable order. An
   * object that doesn't exist is an empty list, not an error.
   */
  record Snapshot(List<DataNode> objects) implements Observation {
    public Snapshot {
      objects = List.copyOf(objects);
    }
  }

  /**
   * The lab couldn't observe the subject. Never the learner's fault.
   *
   * @param reason what went wrong, in a sentence
   * @param remedy what to do about it, in a sentence
   */
  record Unreachable(String reason, String remedy) implements Observation {}
}
