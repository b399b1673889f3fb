package dev.deckhand.workshop.web.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatActivity;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** A seat as JSON. Times are milliseconds since 1970. Nothing secret is in it. */
final class SeatJson {

  private SeatJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What both the learner and the instructor see. */
  static ObjectNode of(Seat seat, Optional<SeatActivity> activity) {
    ObjectNode json = object();
    json.put("seat", seat.id().value());
    json.put("name", seat.name());
    json.put("admitted", seat.admitted());
    json.put("left", seat.left());
    seat.handSince().ifPresent(since -> json.put("hand", since.toEpochMilli()));
    activity.ifPresent(one -> putActivity(json, one));
    return json;
  }

  private static void putActivity(ObjectNode json, SeatActivity activity) {
    json.put("state", activity.state().name());
    json.put("step", activity.step());
    json.put("steps", activity.steps());
    json.put("look", activity.look().name());
    json.put("connections", activity.connections());
    ObjectNode outcomes = json.putObject("outcomes");
    activity.outcomes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .forEach(entry -> outcomes.put(entry.getKey().toString(), entry.getValue().name()));
    activity
        .stuck()
        .ifPresent(stuck ->
            json.putObject("stuck")
                .put("step", stuck.step())
                .put("check", stuck.check())
                .put("verdict", stuck.verdict())
                .put("since", stuck.since().toEpochMilli()));
  }

  /** Adds what the whole class sees: the hold, the timer, and whether the workshop is over. */
  static void putClass(ObjectNode json, RoomState room) {
    json.put("closed", room.closed());
    room.heldAt().ifPresent(step -> json.put("heldAt", step));
    room.timer()
        .ifPresent(timer ->
            json.putObject("timer")
                .put("end", timer.end().toEpochMilli())
                .put("seconds", timer.length().toSeconds()));
  }

  static ObjectNode announcement(RoomState.Announcement one) {
    ObjectNode json =
        object()
            .put("number", one.number())
            .put("at", one.at().toEpochMilli())
            .put("hint", one.hint())
            .put("text", one.text());
    one.seat().ifPresent(seat -> json.put("seat", seat.value()));
    return json;
  }
}
