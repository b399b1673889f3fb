package dev.deckhand.lab.java;

import dev.deckhand.lab.java.bound.Guard;
import java.util.OptionalInt;

/** Why Java has ended by itself, in words. */
final class Endings {

  private Endings() {}

  static String of(OptionalInt exitCode) {
    String why =
        exitCode.isPresent() && exitCode.getAsInt() == Guard.TOO_MANY_THREADS
            ? "Java was ended, since it had more than "
                + Guard.MOST_THREADS
                + " threads, and its variables with it."
            : "Java has ended"
                + (exitCode.isPresent() ? " (exit code " + exitCode.getAsInt() + ")" : "")
                + ", and its variables with it.";
    return why + " The next snippet starts it anew.";
  }
}
