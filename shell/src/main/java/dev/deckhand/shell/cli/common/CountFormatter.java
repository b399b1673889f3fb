package dev.deckhand.shell.cli.common;

/** Formats a count with its noun. */
public final class CountFormatter {

  private CountFormatter() {}

  /** Formats a count: {@code 1 lesson}, {@code 2 lessons}. */
  public static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
