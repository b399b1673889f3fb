package dev.deckhand.shell.view.style;

/** How something stands. A mark never stands without a word beside it. */
public enum StatusMark {
  /** As it should be. */
  GOOD,
  /** Not as it should be. */
  BAD,
  /** Nobody can tell, or it wants a second look. */
  UNSURE,
  /** Not looked at yet. */
  OPEN
}
