package dev.deckhand.lesson;

import java.util.List;

/** One hint. A step's hints are shown one at a time. */
public record Hint(List<Block> content) {
  public Hint {
    content = List.copyOf(content);
  }
}
