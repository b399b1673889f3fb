package dev.deckhand.trace;

/** The outcome of an action. */
public sealed interface ActionOutcome {

  /** The action was done. */
  record Done() implements ActionOutcome {}

  /**
   * The action was forbidden, invalid or in conflict.
   *
   * @param status an HTTP status: 403, 404, 409, 422
   * @param reason the message of the server; may be empty
   */
  record Refused(int status, String reason) implements ActionOutcome {}

  ActionOutcome DONE = new Done();

  /** Returns the outcome for an HTTP status. */
  static ActionOutcome of(int status, String why) {
    return status >= 400 ? new Refused(status, why) : DONE;
  }
}
