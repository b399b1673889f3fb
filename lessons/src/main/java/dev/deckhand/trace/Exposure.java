package dev.deckhand.trace;

/** What an X-ray shows. */
public sealed interface Exposure {

  /**
   * What happened.
   *
   * @param settled whether nothing more came for a while
   */
  record Taken(Trace trace, boolean settled) implements Exposure {}

  /** Nothing, and why. */
  record Blank(Why why) implements Exposure {}

  /** Why an X-ray shows nothing. */
  enum Why {
    /** The lesson has neither an engine nor a cluster. */
    NO_LAB,
    /** No command was run in this lab yet. */
    NO_COMMAND
  }
}
