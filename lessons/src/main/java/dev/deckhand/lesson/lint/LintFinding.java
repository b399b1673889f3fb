package dev.deckhand.lesson.lint;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.Comparator;

/**
 * One thing that is wrong with a course or a lesson.
 *
 * @param message what is wrong, in a sentence
 * @param remedy what to do about it, in a sentence
 */
public record LintFinding(SourcePosition place, Severity severity, String message, String remedy) {

  /** A finding is read on a line or two, whatever it quotes. */
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

  /** A finding that keeps the lesson from being used. */
  public static LintFinding error(SourcePosition position, String message, String remedy) {
    return new LintFinding(position, Severity.ERROR, message, remedy);
  }

  /** A finding that a lesson can be used with, but should not be published with. */
  public static LintFinding warning(SourcePosition position, String message, String remedy) {
    return new LintFinding(position, Severity.WARNING, message, remedy);
  }

  /** Whether the lesson cannot be used as it is. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Takes out what a terminal would obey, and the middle of what is too long. */
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

  /** How much a finding weighs. */
  public enum Severity {
    /** The lesson cannot be used as it is. */
    ERROR,
    /** The lesson can be used, but is not up to the standard. */
    WARNING
  }
}
