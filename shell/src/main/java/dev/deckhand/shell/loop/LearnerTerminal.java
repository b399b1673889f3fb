package dev.deckhand.shell.loop;

/** What a learner sees, and where their lines come from. */
public interface LearnerTerminal extends AutoCloseable {

  Screen screen();

  LineSource lineSource();

  /** Starts to read lines. */
  void start();

  @Override
  void close();
}
