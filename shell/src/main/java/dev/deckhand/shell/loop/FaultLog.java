package dev.deckhand.shell.loop;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** Where the program writes down what went wrong in itself, so that messages can stay short. */
public record FaultLog(Path file, Clock clock) {

  /** Adds a fault with its trace. A log that cannot be written stays silent. */
  public void write(Throwable bug) {
    var trace = new StringWriter();
    try (var out = new PrintWriter(trace)) {
      out.println(clock.instant());
      bug.printStackTrace(out);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file, trace.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException full) {
      // nobody is left to tell
    }
  }
}
