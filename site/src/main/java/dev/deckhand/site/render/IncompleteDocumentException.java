package dev.deckhand.site.render;

import java.util.List;

/** A document that would be printed with something missing; each line of the message is one. */
public final class IncompleteDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IncompleteDocumentException(List<String> complaints) {
    super(
        "This cannot be printed as it is. Mend the lesson that it is made from:\n"
            + String.join("\n", complaints));
  }
}
