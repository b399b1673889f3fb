package dev.deckhand.lab;

/** A watch that runs until it is closed. */
public interface Watch extends AutoCloseable {

  /** Stops the watch; nothing is reported after this returns. Safe to call twice. */
  @Override
  void close();
}
