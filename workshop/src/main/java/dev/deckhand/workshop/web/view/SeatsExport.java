package dev.deckhand.workshop.web.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workshop's seats as files: who was there, and how far they came. */
public final class SeatsExport {

  private static final List<String> COLUMNS =
      List.of(
          "name",
          "seat",
          "joined",
          "left",
          "state",
          "step",
          "steps",
          "done",
          "skipped",
          "read",
          "stuck_step",
          "stuck_check",
          "stuck_verdict",
          "stuck_since",
          "hand_since",
          "last_active");

  private SeatsExport() {}

  /** As CSV with a head line; cells that a spreadsheet would compute are made texts. */
  public static String csv(RoomSnapshot snapshot) {
    var rows = new ArrayList<List<String>>();
    rows.add(COLUMNS);
    snapshot.room().seats().values().forEach(seat -> rows.add(row(seat, snapshot)));
    return CsvText.of(rows);
  }

  private static List<String> row(Seat seat, RoomSnapshot snapshot) {
    Optional<SeatActivity> activity = snapshot.activity(seat.id());
    Optional<SeatActivity.StuckCheck> stuck = activity.flatMap(SeatActivity::stuck);
    return List.of(
        seat.name(),
        seat.id().value(),
        seat.joinedAt().toString(),
        seat.left() ? "yes" : "no",
        activity.map(one -> one.state().name()).orElse(""),
        activity.map(one -> Integer.toString(one.step())).orElse(""),
        activity.map(one -> Integer.toString(one.steps())).orElse(""),
        count(activity, StepOutcome.DONE),
        count(activity, StepOutcome.SKIPPED),
        count(activity, StepOutcome.READ),
        stuck.map(one -> Integer.toString(one.step())).orElse(""),
        stuck.map(SeatActivity.StuckCheck::check).orElse(""),
        stuck.map(SeatActivity.StuckCheck::verdict).orElse(""),
        stuck.map(one -> one.since().toString()).orElse(""),
        seat.handSince().map(Instant::toString).orElse(""),
        activity.map(one -> one.lastActive().toString()).orElse(""));
  }

  private static String count(Optional<SeatActivity> activity, StepOutcome outcome) {
    return activity
        .map(one -> one.outcomes().values().stream().filter(outcome::equals).count())
        .map(String::valueOf)
        .orElse("");
  }

  /** As JSON, with the course and what was announced. */
  public static String json(RoomSnapshot snapshot, CourseCard course, Instant now) {
    ObjectNode json = SeatJson.object();
    json.put("course", course.id());
    json.put("lesson", snapshot.room().lesson().toString());
    json.put("at", now.toString());
    json.put("capacity", snapshot.room().capacity());
    ArrayNode seats = json.putArray("seats");
    for (Seat seat : snapshot.room().seats().values()) {
      ObjectNode one = SeatJson.of(seat, snapshot.activity(seat.id()));
      one.put("joined", seat.joinedAt().toEpochMilli());
      seats.add(one);
    }
    ArrayNode announcements = json.putArray("announcements");
    snapshot.room().announcements().forEach(one -> announcements.add(SeatJson.announcement(one)));
    return json.toPrettyString();
  }
}
