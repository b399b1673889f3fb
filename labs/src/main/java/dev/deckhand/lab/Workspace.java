package dev.deckhand.lab;

import java.nio.file.Path;
import java.util.Map;

/**
 * A real shell that lasts from line to line: folder, variables, functions and jobs stay. For one
 * thread at a time, but for {@link #interrupt} and {@link #close}.
 */
public interface Workspace extends AutoCloseable {

  /**
   * Runs what the learner typed, one line or several, and returns when the shell is back. What it
   * writes goes to the console as it comes; what is typed meanwhile goes to it.
   *
   * @throws LabFault if the shell cannot be started, or the disk is full
   */
  CommandResult run(String lines, Console console) throws InterruptedException;

  /** Ctrl-C: interrupts what runs now, as the terminal would. Does nothing where nothing runs. */
  void interrupt();

  /** The folder that the next command starts in. */
  Path folder();

  /** The variables that its commands begin with; those that they set themselves are not known. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** Ends the shell and all that it started. Safe to call twice; never throws. */
  @Override
  void close();
}
