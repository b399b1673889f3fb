package dev.deckhand.lab;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A real shell that keeps its state from line to line: folder, variables, functions and jobs. For
 * one thread at a time, except for {@link #interrupt} and {@link #close}.
 */
public interface Workspace extends AutoCloseable {

  /**
   * Runs what the learner typed, one line or several, and returns when the shell is ready again.
   * Output goes to the console at once; what is typed meanwhile is the command's input.
   *
   * @throws LabFault if the shell can't be started, or the disk is full
   */
  CommandResult run(String lines, Console console) throws InterruptedException;

  /** Interrupts the running command, as Ctrl-C in a terminal does. Does nothing if none runs. */
  void interrupt();

  /** The folder that the next command starts in. */
  Path folder();

  /** The variables that the shell started with; those that commands set aren't included. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** Looks around where its commands run, for completion. Empty if that is this machine. */
  default Optional<WorkspaceLookup> lookup() {
    return Optional.empty();
  }

  /** Ends the shell and everything that it started. Safe to call twice; never throws. */
  @Override
  void close();
}
