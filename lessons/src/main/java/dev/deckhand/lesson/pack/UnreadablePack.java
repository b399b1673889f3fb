package dev.deckhand.lesson.pack;

/** Says that compiled courses cannot be read; the message tells why and what to do. */
public final class UnreadablePack extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadablePack(String message) {
    super(message);
  }

  UnreadablePack(String message, Throwable cause) {
    super(message, cause);
  }
}
