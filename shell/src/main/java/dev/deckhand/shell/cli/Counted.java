package dev.deckhand.shell.cli;

/** Numbers of things. */
final class Counted {

  private Counted() {}

  /** As many of a thing: {@code 1 lesson}, {@code 2 lessons}. */
  static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
