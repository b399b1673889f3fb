package dev.deckhand.lab.java;

import dev.deckhand.lab.java.bound.ProcessGuard;
import java.util.OptionalInt;

/** Explains why Java has ended. */
final class JavaExitMessage {

  private JavaExitMessage() {}

  static String of(OptionalInt exitCode) {
    String why =
        exitCode.isPresent() && exitCode.getAsInt() == ProcessGuard.TOO_MANY_THREADS_EXIT_CODE
            ? "Java was ended, since it had more than "
                + ProcessGuard.MAX_THREADS
                + " threads, and its variables with it."
            : "Java has ended"
                + (exitCode.isPresent() ? " (exit code " + exitCode.getAsInt() + ")" : "")
                + ", and its variables with it.";
    return why + " The next snippet starts it again.";
  }
}
