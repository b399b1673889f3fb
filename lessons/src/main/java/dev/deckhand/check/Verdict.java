package dev.deckhand.check;

import java.util.List;

/** What came of looking at a check. */
public sealed interface Verdict {

  /** It holds. */
  record Passed() implements Verdict {}

  /** It does not hold; the findings say where, at least one. */
  record Failed(List<Finding> findings) implements Verdict {
    public Failed {
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a failed verdict says what is wrong");
      }
    }
  }

  /** Nobody can tell: the lab's fault, never the learner's. */
  record Undecided(String reason, String remedy) implements Verdict {}

  /**
   * One thing that is not as expected.
   *
   * @param subject the object, as a learner would say it: {@code Deployment "web"}
   * @param path the field, as {@code spec.replicas}; empty when the object as a whole is meant
   * @param actual what it is, in short
   * @param expected what was expected, in short
   * @param causes why, as far as the cluster or engine knows it, one sentence each; may be empty
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
