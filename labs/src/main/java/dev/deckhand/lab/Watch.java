package dev.deckhand.lab;

/** A watch that runs until it is closed. */
public interface Watch extends AutoCloseable {

  /** Stops the watch; no sighting is reported after it returns. Safe to call twice. */
  @Override
  void close();
}
