package dev.deckhand.shell.view.style;

/** A state. A mark is never shown without a word. */
public enum StatusMark {
  /** As it should be. */
  GOOD,
  /** Not as it should be. */
  BAD,
  /** Unknown, or a warning. */
  UNSURE,
  /** Not examined yet. */
  OPEN
}
