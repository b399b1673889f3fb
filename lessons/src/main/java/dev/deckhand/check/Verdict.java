package dev.deckhand.check;

import java.util.List;

/** The result of judging a check. */
public sealed interface Verdict {

  /** The check holds. */
  record Passed() implements Verdict {}

  /** The check doesn't hold, for the reasons in the findings: at least one. */
  record Failed(List<Finding> findings) implements Verdict {
    public Failed {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a failed verdict says what is wrong");
      }
    }
  }

  /** The check can't be judged. Never the learner's fault. */
  record Undecided(String reason, String remedy) implements Verdict {}

  /**
   * One difference from what was expected.
   *
   * @param subject the object in words: {@code Deployment "web"}
   * @param path the field, {@code spec.replicas}; empty for the object as a whole
   * @param actual the actual value, shortened
   * @param expected the expected value, shortened
   * @param causes why, as far as the cluster or engine knows: one sentence each; may be empty
   */
  record Finding(String subject, String path, String actual, String expected, List<String> causes) {
    public Finding {
      causes = List.copyOf(causes);
    }

    /** The finding in one sentence. */
    public String sentence() {
      return path.isEmpty()
          ? subject + ": " + actual + ", expected " + expected
          : subject + ": " + path + " is " + actual + ", expected " + expected;
    }

    /** The same finding with causes. */
    public Finding withCauses(List<String> known) {
      return new Finding(subject, path, actual, expected, known);
    }
  }
}
