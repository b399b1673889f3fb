package dev.deckhand.lesson.lint;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.Comparator;

/**
 * A problem in a course or a lesson.
 *
 * @param message what is wrong, in a sentence
 * @param remedy what to do about it, in a sentence
 */
public record LintFinding(SourcePosition place, Severity severity, String message, String remedy) {

  /** The longest message; quoted text is shortened. */
  private static final int MAX_LENGTH = 400;

  public LintFinding {
    message = shortened(message);
    remedy = shortened(remedy);
  }

  /** By file and line, then errors first. */
  public static final Comparator<LintFinding> IN_READING_ORDER =
      Comparator.comparing((LintFinding lintFinding) -> lintFinding.place().file())
          .thenComparingInt(lintFinding -> lintFinding.place().line())
          .thenComparing(LintFinding::severity);

  /** Creates an error: the lesson can't be used. */
  public static LintFinding error(SourcePosition position, String message, String remedy) {
    return new LintFinding(position, Severity.ERROR, message, remedy);
  }

  /** Creates a warning: the lesson can be used, but shouldn't be published. */
  public static LintFinding warning(SourcePosition position, String message, String remedy) {
    return new LintFinding(position, Severity.WARNING, message, remedy);
  }

  /** Whether it is an error. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Removes control characters, and shortens long text in the middle. */
  private static String shortened(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return plain.length() <= MAX_LENGTH
        ? plain
        : plain.substring(0, MAX_LENGTH / 2)
            + "\u2026"
            + plain.substring(plain.length() - MAX_LENGTH / 4);
  }

  /** The finding on one line: {@code pods.adoc:42: what is wrong. What to do.} */
  public String toLine() {
    String weight = isError() ? "" : "warning: ";
    return place + ": " + weight + message + (remedy.isEmpty() ? "" : " " + remedy);
  }

  /** The severity of a finding. */
  public enum Severity {
    /** The lesson can't be used. */
    ERROR,
    /** The lesson can be used, but shouldn't be published. */
    WARNING
  }
}
