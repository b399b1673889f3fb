package dev.deckhand.shell.loop;

import dev.deckhand.session.Session;

/** Where the learner's lines come from: a terminal, or a script. */
public interface LineSource extends AutoCloseable {

  /**
   * Called after each message that leaves the session ready for a line. Posts the next line, or the
   * end of input, to the inbox when there is one; does not block.
   */
  void sessionReady(Session session);

  /** The line that was posted has been taken; another one may follow. */
  void lineTaken();

  /** Stops reading. */
  @Override
  void close();
}
