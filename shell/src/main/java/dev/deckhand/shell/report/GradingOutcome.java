package dev.deckhand.shell.report;

/** What became of one submission. */
public sealed interface GradingOutcome {

  /** It was graded; the grade may have undecided tasks. */
  record Graded(GradingReport report) implements GradingOutcome {

    @Override
    public String submission() {
      return report.grade().submission();
    }
  }

  /**
   * There is no grade, since the judge failed. No format writes this as points.
   *
   * @param submission its name; empty if it concerns no single submission
   * @param lesson the lesson's address; empty if it isn't known
   * @param reason why, in a sentence
   * @param remedy what to do about it, in a sentence
   */
  record NotGraded(String submission, String lesson, Kind kind, String reason, String remedy)
      implements GradingOutcome {}

  /** The submission's name, usually the learner's; empty if it concerns no single submission. */
  String submission();

  /** Why there is no grade. */
  enum Kind {
    /** The command line, a file or a name was wrong. */
    USAGE("usage"),
    /** The submission couldn't be read. */
    UNREADABLE_SUBMISSION("unreadable-submission"),
    /** No lab could be started: no engine, or no image. */
    NO_LAB("no-lab"),
    /** The lab was lost while it was in use. */
    LAB_LOST("lab-lost"),
    /** The grader was stopped before it was done. */
    INTERRUPTED("interrupted"),
    /** A fault in the grader itself. */
    INTERNAL("internal");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** How it's called in reports. */
    public String word() {
      return word;
    }
  }
}
