package dev.deckhand.lab;

/** A lab that cannot do its part: never the learner's fault, and never a bug in a lesson. */
public final class LabFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String remedy;

  /**
   * @param what what went wrong with which thing, and why, in a sentence or two
   * @param next what the learner can do about it, in a sentence
   */
  public LabFault(Kind kind, String what, String next) {
    super(what);
    this.kind = kind;
    this.remedy = next;
  }

  /** The same with what caused it, for the log. */
  public LabFault(Kind kind, String what, String next, Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.remedy = next;
  }

  public Kind kind() {
    return kind;
  }

  /** What went wrong, in a sentence or two. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** What the learner can do about it. */
  public String remedy() {
    return remedy;
  }

  /** The kinds of fault, as a program tells them apart. */
  public enum Kind {
    /** No engine answers. */
    NO_ENGINE,
    /** An image is neither here nor to be had. */
    NO_IMAGE,
    /** Something did not start in time, or started and fell. */
    NOT_STARTED,
    /** It was there, and is gone. */
    LOST,
    /** The disk is full. */
    NO_SPACE
  }
}
