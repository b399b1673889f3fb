package dev.deckhand.trace;

/** What an X-ray shows. */
public sealed interface XrayResult {

  /**
   * What happened.
   *
   * @param settled whether nothing more came for a while
   */
  record Captured(Trace trace, boolean settled) implements XrayResult {}

  /** Nothing, and why. */
  record Empty(EmptyReason reason) implements XrayResult {}

  /** Why an X-ray shows nothing. */
  enum EmptyReason {
    /** The lesson has neither an engine nor a cluster. */
    NO_LAB,
    /** No command was run in this lab yet. */
    NO_COMMAND
  }
}
