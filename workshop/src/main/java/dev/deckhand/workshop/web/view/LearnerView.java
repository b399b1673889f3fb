package dev.deckhand.workshop.web.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a learner's page shows, and only that: nothing of the others. */
public final class LearnerView {

  private static final int ANNOUNCEMENTS = 50;

  private final SeatId seat;
  private final CourseCard course;
  private final Supplier<Optional<String>> namespace;
  private String sent = "";

  /**
   * @param namespace the name that the namespace of the class's lesson has for the learner now;
   *     empty where it's the one in the lesson's file
   */
  public LearnerView(SeatId seat, CourseCard course, Supplier<Optional<String>> namespace) {
    this.seat = seat;
    this.course = course;
    this.namespace = namespace;
  }

  /** What has changed for the learner; empty after the seat is gone. */
  public Optional<List<ViewEvent>> next(RoomSnapshot snapshot) {
    Seat mine = snapshot.room().seats().get(seat);
    if (mine == null || mine.left()) {
      return Optional.empty();
    }
    ObjectNode json = json(snapshot, mine, course);
    namespace.get().ifPresent(name -> ((ObjectNode) json.path("lesson")).put("namespace", name));
    String now = json.toString();
    if (now.equals(sent)) {
      return Optional.of(List.of());
    }
    sent = now;
    return Optional.of(List.of(new ViewEvent("seat", now)));
  }

  /** A learner's view as JSON. */
  static ObjectNode json(RoomSnapshot snapshot, Seat mine, CourseCard course) {
    RoomState room = snapshot.room();
    ObjectNode json = SeatJson.of(mine, snapshot.activity(mine.id()));
    SeatJson.putClass(json, room);
    room.placeInQueue(mine.id()).ifPresent(place -> json.put("place", place));
    json.putObject("course").put("title", course.title());
    json.putObject("lesson")
        .put("id", room.lesson().toString())
        .put("title", title(course, room.lesson()));
    ArrayNode announcements = json.putArray("announcements");
    List<RoomState.Announcement> forMe =
        room.announcements().stream().filter(one -> one.isFor(mine.id())).toList();
    forMe.stream()
        .skip(Math.max(0, forMe.size() - ANNOUNCEMENTS))
        .forEach(one -> announcements.add(SeatJson.announcement(one)));
    return json;
  }

  /** A lesson's title, or its id where the course doesn't have it. */
  static String title(CourseCard course, LessonId lesson) {
    return course.lessons().stream()
        .filter(card -> card.id().equals(lesson))
        .map(LessonCard::title)
        .findFirst()
        .orElse(lesson.toString());
  }
}
