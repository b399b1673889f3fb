package dev.deckhand.lab;

/**
 * A Java shell that keeps its state from snippet to snippet. For one thread at a time, except for
 * {@link #interrupt}, {@link #warmUp} and the result of {@link #codeAssist}.
 */
public interface JavaShell {

  /**
   * Runs snippets, one after another, and returns when they are done. Their output goes to the
   * console, {@code System.in} reads from it, and its Ctrl-C interrupts them. The exit code is 0; 1
   * if a snippet didn't compile or threw an exception; 130 after an interrupt.
   *
   * @throws LabFault if Java can't be started
   */
  CommandResult run(String source, Console console) throws InterruptedException;

  /**
   * Stops the running snippet, as Ctrl-C does; variables that it set keep their values. If it does
   * not stop within two seconds, Java is ended. Does nothing if no snippet runs.
   */
  void interrupt();

  /** Starts Java before its first snippet; returns at once, and doesn't report a failure. */
  void warmUp();

  /** Completion and documentation for a line editor. */
  JavaCodeAssist codeAssist();
}
