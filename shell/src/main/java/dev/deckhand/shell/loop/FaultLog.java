package dev.deckhand.shell.loop;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** The log of faults in Deckhand itself, with stack traces that messages leave out. */
public record FaultLog(Path file, Clock clock) {

  /** Adds a fault with its stack trace. Does nothing if the log cannot be written. */
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
      // there is no other place to report it
    }
  }
}
