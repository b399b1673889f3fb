package dev.deckhand.lesson;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.List;

/**
 * A script, entry by entry; an entry may have several lines.
 *
 * @param title what it does, or which mistake it shows; empty for a solution
 * @param lines for each entry, its line in the file; empty if unknown
 */
public record Script(
    String title, List<String> entries, SourcePosition place, List<Integer> lines) {
  public Script {
    entries = List.copyOf(entries);
    lines = List.copyOf(lines);
  }

  /** A script whose entries have no known lines. */
  public Script(String title, List<String> entries, SourcePosition place) {
    this(title, entries, place, List.of());
  }

  /** The place of an entry, counted from 0; that of the block if its line isn't known. */
  public SourcePosition placeOf(int entry) {
    return entry < lines.size() ? new SourcePosition(place.file(), lines.get(entry)) : place;
  }
}
