package dev.deckhand.workshop.room;

/**
 * Something that a person asked for and doesn't get, with a sentence for them that says why, and
 * one that says what to do.
 */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    WRONG_CODE,
    NAME_NOT_VALID,
    NAME_TAKEN,
    TOO_MANY_TRIES,
    /** The queue, or something else that is bounded, is full. */
    FULL,
    CLOSED,
    NOT_FOUND,
    NOT_VALID,
    NOT_ALLOWED,
    /** The database or the lab doesn't answer; it can be tried again. */
    UNAVAILABLE
  }

  private final Reason reason;
  private final String remedy;

  /**
   * @param problem a sentence that says what is wrong
   * @param remedy a sentence that says what to do
   */
  public Refusal(Reason reason, String problem, String remedy) {
    super(problem);
    this.reason = reason;
    this.remedy = remedy;
  }

  public Reason reason() {
    return reason;
  }

  /** A sentence that says what is wrong. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
