package dev.deckhand.check.document;

import dev.deckhand.check.diagnostic.Diagnostic;
import java.util.List;

/**
 * What came of reading a block.
 *
 * @param <T> what the block is
 */
public sealed interface BlockReadResult<T> {

  /** It could be read. */
  record Valid<T>(T value) implements BlockReadResult<T> {}

  /** It could not; the flaws say why, at least one, in the order of the file. */
  record Invalid<T>(List<Diagnostic> diagnostics) implements BlockReadResult<T> {
    public Invalid {
      diagnostics = List.copyOf(diagnostics);
      if (diagnostics.isEmpty()) {
        throw new IllegalArgumentException("a flawed block says what is wrong with it");
      }
    }
  }
}
