package dev.deckhand.shell.loop;

import dev.deckhand.session.Session;

/** Where the learner's lines come from: a terminal, or a script. */
public interface LineSource extends AutoCloseable {

  /**
   * Told of the session after each message that leaves it ready for a line. Posts the next line, or
   * the end of input, to the inbox when it has one; does not block.
   */
  void sessionReady(Session session);

  /** Told that the line which it posted was taken: it may post another. */
  void lineTaken();

  /** Reads no more. */
  @Override
  void close();
}
