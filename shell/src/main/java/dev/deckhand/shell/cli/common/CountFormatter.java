package dev.deckhand.shell.cli.common;

/** Numbers of things. */
public final class CountFormatter {

  private CountFormatter() {}

  /** As many of a thing: {@code 1 lesson}, {@code 2 lessons}. */
  public static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
