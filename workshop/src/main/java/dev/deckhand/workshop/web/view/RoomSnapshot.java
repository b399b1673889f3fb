package dev.deckhand.workshop.web.view;

import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workshop at one moment.
 *
 * @param number rises from snapshot to snapshot
 * @param problems of the class's labs, a sentence for each
 */
public record RoomSnapshot(
    long number, RoomState room, Map<SeatId, SeatActivity> activities, List<String> problems) {

  public RoomSnapshot {
    activities = Map.copyOf(activities);
    problems = List.copyOf(problems);
  }

  /** What a seat does; empty for one that isn't known, or has no activity yet. */
  public Optional<SeatActivity> activity(SeatId seat) {
    return Optional.ofNullable(activities.get(seat));
  }
}
