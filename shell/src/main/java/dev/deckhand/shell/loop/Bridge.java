package dev.deckhand.shell.loop;

/** Where a learner stands: what is seen, and where lines come from. */
public interface Bridge extends AutoCloseable {

  Screen screen();

  LineSource lines();

  /** Begins to take lines. */
  void start();

  @Override
  void close();
}
