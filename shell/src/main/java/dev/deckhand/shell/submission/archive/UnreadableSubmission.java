package dev.deckhand.shell.submission.archive;

import java.io.IOException;

/** A submission that can't be read as a whole, and whether that is because of what is in it. */
public final class UnreadableSubmission extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean rejected;
  private final String problem;
  private final String remedy;

  private UnreadableSubmission(boolean rejected, String problem, String remedy) {
    super(problem);
    this.rejected = rejected;
    this.problem = problem;
    this.remedy = remedy;
  }

  /**
   * The submission itself is at fault: another machine would refuse it as well.
   *
   * @param problem a sentence
   * @param remedy what the learner can do, in a sentence
   */
  static UnreadableSubmission rejected(String problem, String remedy) {
    return new UnreadableSubmission(true, problem, remedy);
  }

  /** A limit is exceeded, which the problem names. */
  static UnreadableSubmission tooLarge(String problem) {
    return rejected(problem, "Leave out what isn't part of the work.");
  }

  /** Something is wrong with the form of an archive. */
  static UnreadableSubmission damaged(String problem) {
    return rejected(problem, "Pack it again, as a zip or tar.gz file, and submit that.");
  }

  /**
   * Reading failed on this machine, which says nothing about the submission.
   *
   * @param remedy what to do before it's read again, in a sentence
   */
  static UnreadableSubmission failed(String problem, String remedy) {
    return new UnreadableSubmission(false, problem, remedy);
  }

  /** Whether the submission itself is at fault; otherwise it may be read later. */
  public boolean isRejected() {
    return rejected;
  }

  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }
}
