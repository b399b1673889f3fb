package dev.deckhand.site.render;

/** A document that cannot be made into a page safely; the message says what to do. */
public final class MalformedHtmlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedHtmlException(Throwable cause) {
    super(
        "The notes hold raw HTML that is not well-formed ("
            + cause.getMessage()
            + "). Remove the passthroughs (pass:[...] or ++++) from the notes, then publish again.",
        cause);
  }
}
