package dev.deckhand.lesson.lint;

import dev.deckhand.check.Place;
import java.util.Comparator;

/**
 * One thing that is wrong with a course or a lesson.
 *
 * @param message what is wrong, in a sentence
 * @param remedy what to do about it, in a sentence
 */
public record Finding(Place place, Severity severity, String message, String remedy) {

  /** A finding is read on a line or two, whatever it quotes. */
  private static final int LONGEST = 400;

  public Finding {
    message = shortened(message);
    remedy = shortened(remedy);
  }

  /** By file and line, then errors first. */
  public static final Comparator<Finding> IN_READING_ORDER =
      Comparator.comparing((Finding finding) -> finding.place().file())
          .thenComparingInt(finding -> finding.place().line())
          .thenComparing(Finding::severity);

  /** A finding that keeps the lesson from being used. */
  public static Finding error(Place place, String message, String remedy) {
    return new Finding(place, Severity.ERROR, message, remedy);
  }

  /** A finding that a lesson can be used with, but should not be published with. */
  public static Finding warning(Place place, String message, String remedy) {
    return new Finding(place, Severity.WARNING, message, remedy);
  }

  /** Whether the lesson cannot be used as it is. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Takes out what a terminal would obey, and the middle of what is too long. */
  private static String shortened(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2)
            + "\u2026"
            + plain.substring(plain.length() - LONGEST / 4);
  }

  /** The finding on one line: {@code pods.adoc:42: what is wrong. What to do.} */
  public String line() {
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
