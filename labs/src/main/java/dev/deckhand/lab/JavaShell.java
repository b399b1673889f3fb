package dev.deckhand.lab;

/**
 * Java that lasts from line to line. For one thread at a time, but for {@link #interrupt}, {@link
 * #warmUp} and what {@link #codeAssist} gives.
 */
public interface JavaShell {

  /**
   * Runs snippets, one after another, and returns when they are done. What they print goes to the
   * console, what they read from {@code System.in} comes from it, and its Ctrl-C interrupts them.
   * The exit code is 0, 1 where a snippet was wrong or threw, and 130 after an interrupt.
   *
   * @throws LabFault if Java cannot be started
   */
  CommandResult run(String source, Console console) throws InterruptedException;

  /**
   * Ctrl-C: stops the snippet that runs now; what it had set stays. One that does not stop within
   * two seconds takes Java with it. Does nothing where nothing runs.
   */
  void interrupt();

  /** Starts Java ahead of its first snippet; returns at once, and says nothing if that fails. */
  void warmUp();

  /** What an editor of lines wants to know. */
  JavaCodeAssist codeAssist();
}
