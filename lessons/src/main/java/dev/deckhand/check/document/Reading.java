package dev.deckhand.check.document;

import java.util.List;

/**
 * What came of reading a block.
 *
 * @param <T> what the block is
 */
public sealed interface Reading<T> {

  /** It could be read. */
  record Sound<T>(T value) implements Reading<T> {}

  /** It could not; the flaws say why, at least one, in the order of the file. */
  record Flawed<T>(List<Flaw> flaws) implements Reading<T> {
    public Flawed {
      flaws = List.copyOf(flaws);
      if (flaws.isEmpty()) {
        throw new IllegalArgumentException("a flawed block says what is wrong with it");
      }
    }
  }
}
