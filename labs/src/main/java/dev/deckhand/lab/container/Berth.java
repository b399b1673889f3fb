package dev.deckhand.lab.container;

import dev.deckhand.lab.SessionRoom;
import java.util.Map;

/**
 * Where a session's containers are started, and on whose behalf.
 *
 * @param owner the value of {@link SessionRoom#OWNER_LABEL}
 */
public record Berth(HostEngine host, SessionRoom room, String owner, Lifeline lifeline) {

  /** The labels that everything started carries. */
  public Map<String, String> labels() {
    return Map.of(SessionRoom.LABEL, room.id(), SessionRoom.OWNER_LABEL, owner);
  }
}
