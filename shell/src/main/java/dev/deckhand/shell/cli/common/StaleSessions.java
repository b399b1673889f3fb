package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Removes the remains of killed processes: first their containers, then their folders. */
public final class StaleSessions {

  private final CommandContext context;
  private final FaultLog log;

  public StaleSessions(CommandContext context, FaultLog log) {
    this.context = context;
    this.log = log;
  }

  /** Returns a thread that removes them in the background, which isn't started yet. */
  public Thread removal() {
    return Thread.ofVirtual().name("sweeper").unstarted(this::remove);
  }

  /** Anything that can't be removed now is left for the next start. */
  private void remove() {
    Map<String, SessionFolders.LockedFolder> claimed = new HashMap<>();
    try {
      lockAll(claimed);
      // a session without a folder can't be taken over; one that has just started holds its lock
      context.removeStale(id -> !claimed.containsKey(id) && context.sessionFolders().isKnown(id));
      for (SessionFolders.LockedFolder dead : claimed.values()) {
        dead.close();
      }
    } catch (LabFault noEngine) {
      // nothing can be removed, and the lab reports why; the folders stay for the next start
    } catch (IOException | RuntimeException leftForNextTime) {
      // failing to clean up must not fail the start
      log.write(leftForNextTime);
    } finally {
      claimed.values().forEach(this::release);
    }
  }

  /** Locks each session while removing it, so that no other process takes it over. */
  private void lockAll(Map<String, SessionFolders.LockedFolder> claimed) throws IOException {
    for (String dead : context.sessionFolders().sessionStates().dead()) {
      context
          .sessionFolders()
          .claim(dead)
          .ifPresent(lockedFolder -> claimed.put(dead, lockedFolder));
    }
  }

  private void release(SessionFolders.LockedFolder lockedFolder) {
    try {
      lockedFolder.unlock();
    } catch (IOException atExit) {
      log.write(atExit);
    }
  }
}
