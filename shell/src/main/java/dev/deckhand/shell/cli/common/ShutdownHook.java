package dev.deckhand.shell.cli.common;

import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;

/**
 * Closes a session's lab when the process is terminated: by a closed terminal, {@code kill}, or an
 * unhandled Ctrl-C. The next start removes what {@code kill -9} leaves.
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
                // the next start removes the folder
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return new ShutdownHook(hook);
  }

  /** Closes a resource with several sessions, each of which removes its own folder. */
  public static ShutdownHook of(AutoCloseable work) {
    var hook = Thread.ofPlatform().name("shutdown-hook").unstarted(() -> close(work));
    Runtime.getRuntime().addShutdownHook(hook);
    return new ShutdownHook(hook);
  }

  /** Returns whether the JVM is shutting down; failures are then expected and not reported. */
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
      // there's nobody to report it to, and the next start cleans up
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // the hook is already running, and closes it
    }
  }
}
