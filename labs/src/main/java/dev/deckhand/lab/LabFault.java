package dev.deckhand.lab;

/** A lab that failed: not because of what the learner did, and not because of a bug in a lesson. */
public final class LabFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String remedy;

  /**
   * @param problem what went wrong, with which thing and why, in one or two sentences
   * @param remedy what the learner can do about it, in one sentence
   */
  public LabFault(Kind kind, String problem, String remedy) {
    super(problem);
    this.kind = kind;
    this.remedy = remedy;
  }

  /** The same with its cause, for the log. */
  public LabFault(Kind kind, String problem, String remedy, Throwable cause) {
    super(problem, cause);
    this.kind = kind;
    this.remedy = remedy;
  }

  /**
   * A lab that could not be returned to its initial state.
   *
   * @param part {@code engine} or {@code cluster}
   */
  public static LabFault notCleared(String part, Exception cause) {
    return new LabFault(
        Kind.LOST,
        "The lab's " + part + " could not be cleared: " + cause.getMessage() + ".",
        "Your work is saved. Type \"reset\" to get a fresh lab.",
        cause);
  }

  public Kind kind() {
    return kind;
  }

  /** What went wrong, in one or two sentences. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** What the learner can do about it. */
  public String remedy() {
    return remedy;
  }

  /** The kinds of faults, for programs. */
  public enum Kind {
    /** No engine answers. */
    NO_ENGINE,
    /** An image is not on the machine and can't be pulled. */
    NO_IMAGE,
    /** Something did not start in time, or ended right after it started. */
    NOT_STARTED,
    /** It ran, and is gone or doesn't answer. */
    LOST,
    /** The lab has, or would have, another version of a tool than the lesson works with. */
    WRONG_VERSION,
    /** The disk is full. */
    NO_SPACE
  }
}
