package dev.deckhand.workshop.web.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the instructor's page shows. It's told everything once, and then what has changed: of two
 * hundred seats that's a few at a time.
 */
public final class InstructorView {

  private static final int ANNOUNCEMENTS = 30;

  private final CourseCard course;
  private final Map<SeatId, String> sentSeats = new HashMap<>();
  private String sentRoom = "";
  private boolean begun;

  public InstructorView(CourseCard course) {
    this.course = course;
  }

  /** What has changed. */
  public List<ViewEvent> next(RoomSnapshot snapshot) {
    var events = new ArrayList<ViewEvent>();
    ObjectNode seats = SeatJson.object().put("all", !begun);
    ArrayNode changed = seats.putArray("seats");
    snapshot.room().seats().values().stream()
        .filter(seat -> begun || !seat.left())
        .forEach(seat -> addIfChanged(changed, seat, snapshot));
    if (!begun || !changed.isEmpty()) {
      events.add(new ViewEvent("seats", seats.toString()));
    }
    begun = true;
    String room = room(snapshot).toString();
    if (!room.equals(sentRoom)) {
      sentRoom = room;
      events.add(new ViewEvent("room", room));
    }
    return events;
  }

  private void addIfChanged(ArrayNode changed, Seat seat, RoomSnapshot snapshot) {
    ObjectNode json = json(seat, snapshot);
    String text = json.toString();
    if (!text.equals(sentSeats.put(seat.id(), text))) {
      changed.add(json);
    }
  }

  private static ObjectNode json(Seat seat, RoomSnapshot snapshot) {
    var activity = snapshot.activity(seat.id());
    ObjectNode json = SeatJson.of(seat, activity);
    json.put("joined", seat.joinedAt().toEpochMilli());
    snapshot.room().placeInQueue(seat.id()).ifPresent(place -> json.put("place", place));
    // whole minutes: every key would be a change of the view otherwise
    activity.ifPresent(one -> json.put("active", one.lastActive().getEpochSecond() / 60 * 60_000));
    return json;
  }

  private ObjectNode room(RoomSnapshot snapshot) {
    RoomState room = snapshot.room();
    ObjectNode json = SeatJson.object();
    SeatJson.putClass(json, room);
    json.put("capacity", room.capacity());
    json.put("present", room.present().size());
    json.put("queue", room.queue().size());
    json.putObject("course").put("title", course.title());
    json.put("lesson", room.lesson().toString());
    ArrayNode lessons = json.putArray("lessons");
    for (LessonCard card : course.lessons()) {
      lessons.addObject().put("id", card.id().toString()).put("title", card.title());
    }
    ArrayNode problems = json.putArray("problems");
    snapshot.problems().forEach(problems::add);
    ArrayNode announcements = json.putArray("announcements");
    room.announcements().stream()
        .skip(Math.max(0, room.announcements().size() - ANNOUNCEMENTS))
        .forEach(one -> announcements.add(SeatJson.announcement(one)));
    return json;
  }
}
