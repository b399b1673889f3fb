package dev.deckhand.check;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.List;

/**
 * A question whose answer is compared with live state, by expressions over {@code answer}.
 *
 * @param id unique in its lesson
 */
public record Question(
    String id, String title, List<Expectation> expectations, SourcePosition place) {
  public Question {
    expectations = List.copyOf(expectations);
  }
}
