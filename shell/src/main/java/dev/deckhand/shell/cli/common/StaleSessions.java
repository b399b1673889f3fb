package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Removes what killed processes left: their containers first, then their folders. */
public final class StaleSessions {

  private final CommandContext context;
  private final FaultLog log;

  public StaleSessions(CommandContext context, FaultLog log) {
    this.context = context;
    this.log = log;
  }

  /** Starts to remove it in the background. Returns its thread, to be waited for. */
  public Thread startRemoving() {
    return Thread.ofVirtual().name("sweeper").start(this::remove);
  }

  /** What can't be removed now is left for the next time. */
  private void remove() {
    Map<String, SessionFolders.LockedFolder> claimed = new HashMap<>();
    try {
      lockAll(claimed);
      // a session without a room cannot be taken over; one that has just begun has its lock
      context.removeStale(id -> !claimed.containsKey(id) && context.sessionFolders().isKnown(id));
      for (SessionFolders.LockedFolder dead : claimed.values()) {
        dead.close();
      }
    } catch (LabFault noEngine) {
      // nothing can be swept, and the lab says so; the rooms tell the next one what is left
    } catch (IOException | RuntimeException leftForNextTime) {
      // a start that cannot sweep is still a start
      log.write(leftForNextTime);
    } finally {
      claimed.values().forEach(this::release);
    }
  }

  /** Each is locked while it is swept: no other process takes it over meanwhile. */
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
