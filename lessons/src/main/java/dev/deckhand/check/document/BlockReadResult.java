package dev.deckhand.check.document;

import dev.deckhand.check.diagnostic.Diagnostic;
import java.util.List;

/**
 * The result of reading a block.
 *
 * @param <T> the type of the block
 */
public sealed interface BlockReadResult<T> {

  /** The block could be read. */
  record Valid<T>(T value) implements BlockReadResult<T> {}

  /** The block has problems: at least one, in the order of the file. */
  record Invalid<T>(List<Diagnostic> diagnostics) implements BlockReadResult<T> {
    public Invalid {
      diagnostics = List.copyOf(diagnostics);
      if (diagnostics.isEmpty()) {
        throw new IllegalArgumentException("an invalid block needs a diagnostic");
      }
    }
  }
}
