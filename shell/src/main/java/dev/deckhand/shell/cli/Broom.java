package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionRooms;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Clears away what killed processes left: their containers first, then their rooms. */
final class Broom {

  private final Ports ports;
  private final FaultLog log;

  Broom(Ports ports, FaultLog log) {
    this.ports = ports;
    this.log = log;
  }

  /** Sweeps; what cannot be swept now is left for the next time. */
  void sweep() {
    Map<String, SessionRooms.Held> claimed = new HashMap<>();
    try {
      claim(claimed);
      // a session without a room cannot be taken over; one that has just begun has its lock
      ports.sweep(id -> !claimed.containsKey(id) && ports.rooms().isKnown(id));
      for (SessionRooms.Held dead : claimed.values()) {
        dead.close();
      }
    } catch (LabFault noEngine) {
      // nothing can be swept, and the lab says so; the rooms tell the next one what is left
    } catch (IOException | RuntimeException leftForNextTime) {
      // a start that cannot sweep is still a start
      log.write(leftForNextTime);
    } finally {
      claimed.values().forEach(this::letGo);
    }
  }

  /** Each is locked while it is swept: no other process takes it over meanwhile. */
  private void claim(Map<String, SessionRooms.Held> claimed) throws IOException {
    for (String dead : ports.rooms().census().dead()) {
      ports.rooms().claim(dead).ifPresent(held -> claimed.put(dead, held));
    }
  }

  private void letGo(SessionRooms.Held held) {
    try {
      held.letGo();
    } catch (IOException atExit) {
      log.write(atExit);
    }
  }
}
