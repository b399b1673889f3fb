package dev.deckhand.shell.submission;

/** What became of reading a submission. */
public sealed interface SubmissionResult {

  /** The name of the submission. */
  String name();

  /** It was read, perhaps with remarks. */
  record Accepted(Submission submission) implements SubmissionResult {
    @Override
    public String name() {
      return submission.name();
    }
  }

  /**
   * It can't be used as it is, on any machine: it's damaged, encrypted, too large, or no archive.
   *
   * @param problem a sentence for the learner
   * @param remedy what to do about it, in a sentence
   */
  record Rejected(String name, String problem, String remedy) implements SubmissionResult {}

  /**
   * It couldn't be read here and now, which isn't the learner's fault: a disk failed, a permission
   * is missing, or something changed the folder meanwhile.
   *
   * @param problem a sentence
   * @param remedy what to do before it's read again, in a sentence
   */
  record Failed(String name, String problem, String remedy) implements SubmissionResult {}
}
