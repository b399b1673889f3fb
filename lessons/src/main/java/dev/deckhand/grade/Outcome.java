package dev.deckhand.grade;

import dev.deckhand.check.Verdict;
import java.util.List;

/** What became of one task of a submission. */
public sealed interface Outcome {

  /** The task is solved. */
  record Passed() implements Outcome {}

  /** The task isn't solved, for the reasons in the findings: at least one. */
  record Failed(List<Verdict.Finding> findings) implements Outcome {
    public Failed {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a failed task says what is wrong");
      }
    }
  }

  /**
   * The task couldn't be judged, which is never the learner's fault. A person has to decide.
   *
   * @param reason why, in a sentence
   * @param remedy what to do about it, in a sentence
   */
  record Undecided(String reason, String remedy) implements Outcome {}

  /**
   * The task earns nothing, because the submission didn't get that far.
   *
   * @param reason why, in a sentence
   */
  record NotReached(String reason) implements Outcome {}
}
