package dev.deckhand.shell.cli.common;

import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;

/**
 * Closes a session's lab when the process is told to end: a closed terminal, {@code kill}, Ctrl-C
 * where nobody else heeds it. What {@code kill -9} leaves is swept at the next start.
 */
public final class ShutdownHook implements AutoCloseable {

  private final Thread hook;

  private ShutdownHook(Thread hook) {
    this.hook = hook;
  }

  public static ShutdownHook of(AutoCloseable work, SessionFolders.LockedFolder lockedFolder) {
    var hook =
        Thread.ofPlatform()
            .name("shutdown-hook")
            .unstarted(() -> {
              close(work);
              try {
                lockedFolder.close();
              } catch (IOException sweptNextTime) {
                // the next start sweeps the folder
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return new ShutdownHook(hook);
  }

  /** Closes what holds several sessions, each of which gives its room back itself. */
  public static ShutdownHook of(AutoCloseable work) {
    var hook = Thread.ofPlatform().name("shutdown-hook").unstarted(() -> close(work));
    Runtime.getRuntime().addShutdownHook(hook);
    return new ShutdownHook(hook);
  }

  /** Whether the JVM is ending: the terminal may be closed, and what fails now is no news. */
  public static boolean isRunning() {
    var probe = Thread.ofPlatform().unstarted(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException ending) {
      return true;
    }
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
