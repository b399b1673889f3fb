package dev.deckhand.shell.loop;

/** Where a learner stands: what is seen, and where lines come from. */
public interface LearnerTerminal extends AutoCloseable {

  Screen screen();

  LineSource lineSource();

  /** Begins to take lines. */
  void start();

  @Override
  void close();
}
