package dev.deckhand.lesson;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.List;

/**
 * What a learner would type, entry by entry; a heredoc is one entry of several lines.
 *
 * @param title what it does, or which mistake it makes; empty for a solution
 * @param lines for each entry, its line in the file; empty where nobody knows
 */
public record Script(
    String title, List<String> entries, SourcePosition place, List<Integer> lines) {
  public Script {
    entries = List.copyOf(entries);
    lines = List.copyOf(lines);
  }

  /** A script of which only the block's place is known. */
  public Script(String title, List<String> entries, SourcePosition place) {
    this(title, entries, place, List.of());
  }

  /** Where an entry stands, counted from 0; the block's place where its line is not known. */
  public SourcePosition placeOf(int entry) {
    return entry < lines.size() ? new SourcePosition(place.file(), lines.get(entry)) : place;
  }
}
