package dev.deckhand.trace;

/** What came of an act. */
public sealed interface ActionOutcome {

  /** It was done. */
  record Done() implements ActionOutcome {}

  /**
   * It was not allowed, not possible, or too late.
   *
   * @param status as in HTTP: 403, 404, 409, 422
   * @param reason in the server's own words; may be empty
   */
  record Refused(int status, String reason) implements ActionOutcome {}

  ActionOutcome DONE = new Done();

  /** What a status of HTTP means. */
  static ActionOutcome of(int status, String why) {
    return status >= 400 ? new Refused(status, why) : DONE;
  }
}
