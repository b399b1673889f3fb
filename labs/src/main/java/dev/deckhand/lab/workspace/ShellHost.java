package dev.deckhand.lab.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A bash that was started in a terminal of its own and reads its commands from a pipe, on this
 * machine or in a container. Thread-safe, except that only one thread reads the output.
 */
public interface ShellHost extends AutoCloseable {

  /** What is written to the terminal, until the shell and all that it started have closed it. */
  InputStream output();

  /** Types into the terminal. */
  void type(byte[] bytes, int length) throws IOException;

  /** Writes lines to the pipe that the shell reads its commands from. May wait for the shell. */
  void send(byte[] lines) throws IOException;

  /** Changes the terminal's size, unless the shell has ended. */
  void resize(int columns, int rows);

  /** Remembers the terminal's modes as those to restore. */
  void saveModes();

  /** Restores the saved modes, whatever a program changed. */
  void restoreModes();

  /** Whether more input can be typed without waiting. */
  boolean canAcceptInput();

  /** Removes and returns input that no program has read. */
  byte[] takeUnread();

  /** Whether the shell itself is in the foreground, and no program that it started. */
  boolean isForeground();

  /** What the shell does now; empty if that can't be told. */
  Optional<ShellActivity> activity();

  /** Continues the shell if it was stopped. */
  void resume();

  /** Hangs up the shell and all that it started, and kills what still runs after the timeout. */
  void terminate(Duration timeout);

  /** Ends the shell alone, at once. */
  void kill();

  /** Waits for the shell's end; returns its exit code. */
  int awaitEnd() throws InterruptedException;

  /** Closes our ends of its streams, which also ends a blocked {@link #send}. Never throws. */
  @Override
  void close();
}
