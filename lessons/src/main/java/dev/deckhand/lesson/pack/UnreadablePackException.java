package dev.deckhand.lesson.pack;

/** Compiled courses can't be read. The message says why, and what to do. */
final class UnreadablePackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadablePackException(String message) {
    super(message);
  }

  UnreadablePackException(String message, Throwable cause) {
    super(message, cause);
  }
}
