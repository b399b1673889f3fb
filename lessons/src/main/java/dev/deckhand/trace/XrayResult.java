package dev.deckhand.trace;

/** The result of an X-ray. */
public sealed interface XrayResult {

  /**
   * What happened.
   *
   * @param settled whether no more records came for a while
   */
  record Captured(Trace trace, boolean settled) implements XrayResult {}

  /** There is nothing to show. */
  record Empty(EmptyReason reason) implements XrayResult {}

  /** Why an X-ray shows nothing. */
  enum EmptyReason {
    /** The lesson has neither an engine nor a cluster. */
    NO_LAB,
    /** No command has run in this lab yet. */
    NO_COMMAND
  }
}
