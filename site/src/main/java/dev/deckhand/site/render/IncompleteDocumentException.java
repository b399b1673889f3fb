package dev.deckhand.site.render;

import java.util.List;

/**
 * Something is missing in a document that was to be printed; each line of the message names one
 * thing.
 */
final class IncompleteDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IncompleteDocumentException(List<String> complaints) {
    super(
        "This can't be printed. Fix the lesson that it is made from:\n"
            + String.join("\n", complaints));
  }
}
