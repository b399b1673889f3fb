package dev.deckhand.lab;

/** Java that lasts from line to line. For one thread at a time, but for {@link #interrupt}. */
public interface JavaShell {

  /**
   * Runs snippets, one after another, and returns when they are done. What they print goes to the
   * console. The exit code is 0, 1 where a snippet was wrong or threw, and 130 after an interrupt.
   *
   * @throws LabFault if Java cannot be started
   */
  CommandResult run(String source, Console console) throws InterruptedException;

  /** Ctrl-C: ends what runs now. Does nothing where nothing runs. */
  void interrupt();
}
