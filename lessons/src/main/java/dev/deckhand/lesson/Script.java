package dev.deckhand.lesson;

import dev.deckhand.check.Place;
import java.util.List;

/**
 * What a learner would type, entry by entry; a heredoc is one entry of several lines.
 *
 * @param title what it does, or which mistake it makes; empty for a solution
 */
public record Script(String title, List<String> entries, Place place) {
  public Script {
    entries = List.copyOf(entries);
  }
}
