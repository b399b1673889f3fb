package dev.deckhand.shell.cli;

import dev.deckhand.shell.loop.SessionRooms;
import java.io.IOException;

/**
 * Closes a session's lab when the process is told to end: a closed terminal, {@code kill}, Ctrl-C
 * where nobody else heeds it. What {@code kill -9} leaves is swept at the next start.
 */
final class LastRites implements AutoCloseable {

  private final Thread hook;

  private LastRites(Thread hook) {
    this.hook = hook;
  }

  static LastRites of(AutoCloseable work, SessionRooms.Held held) {
    var hook =
        Thread.ofPlatform()
            .name("last-rites")
            .unstarted(() -> {
              close(work);
              try {
                held.close();
              } catch (IOException sweptNextTime) {
                // the next start sweeps the folder
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return new LastRites(hook);
  }

  /** Closes what holds several sessions, each of which gives its room back itself. */
  static LastRites of(AutoCloseable work) {
    var hook = Thread.ofPlatform().name("last-rites").unstarted(() -> close(work));
    Runtime.getRuntime().addShutdownHook(hook);
    return new LastRites(hook);
  }

  private static void close(AutoCloseable work) {
    try {
      work.close();
    } catch (Exception sweptNextTime) {
      // nobody is left to tell, and the next start sweeps
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // the hook runs now, and does the closing
    }
  }
}
