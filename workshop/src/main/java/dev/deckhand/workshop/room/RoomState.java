package dev.deckhand.workshop.room;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A workshop at one moment: the result of its events. Pure.
 *
 * @param version the number of the last event in it
 * @param capacity how many learners have a seat at a time; the others are in a queue
 * @param seats in the order of joining, with those who left
 * @param heldAt the step that nobody goes beyond
 * @param announcements in their order: messages and hints
 */
public record RoomState(
    long version,
    int capacity,
    LessonId lesson,
    Map<SeatId, Seat> seats,
    OptionalInt heldAt,
    Optional<Timer> timer,
    List<Announcement> announcements,
    boolean closed) {

  public RoomState {
    seats = Collections.unmodifiableMap(new LinkedHashMap<>(seats));
    announcements = List.copyOf(announcements);
  }

  /** A timer that all see. */
  public record Timer(Instant end, Duration length) {}

  /**
   * A message or a hint.
   *
   * @param seat whom it's for; empty for all
   */
  public record Announcement(
      long number, Instant at, Optional<SeatId> seat, boolean hint, String text) {

    /** Whether a seat sees it. */
    public boolean isFor(SeatId other) {
      return seat.isEmpty() || seat.get().equals(other);
    }
  }

  /** A room that nobody has joined. */
  public static RoomState empty(LessonId lesson, int capacity) {
    return new RoomState(
        0, capacity, lesson, Map.of(), OptionalInt.empty(), Optional.empty(), List.of(), false);
  }

  /** The room after one more event. An event about a seat that isn't there changes nothing. */
  public RoomState after(StoredRoomEvent stored) {
    Instant at = stored.at();
    RoomState next =
        switch (stored.event()) {
          case RoomEvent.SeatJoined(SeatId seat, String name) ->
              withSeat(new Seat(seat, name, at, isFree(), Optional.empty(), false));
          case RoomEvent.SeatAdmitted(SeatId seat) -> changed(seat, Seat::admit);
          case RoomEvent.SeatLeft(SeatId seat, boolean _) -> changed(seat, Seat::leave);
          case RoomEvent.HandRaised(SeatId seat) ->
              changed(
                  seat, one -> one.handSince().isPresent() ? one : one.withHand(Optional.of(at)));
          case RoomEvent.HandLowered(SeatId seat) ->
              changed(seat, one -> one.withHand(Optional.empty()));
          case RoomEvent.MessageBroadcast(String text) ->
              announced(new Announcement(stored.number(), at, Optional.empty(), false, text));
          case RoomEvent.HintPushed(Optional<SeatId> seat, String text) ->
              announced(new Announcement(stored.number(), at, seat, true, text));
          case RoomEvent.ClassHeld(int step) -> heldAt(OptionalInt.of(step));
          case RoomEvent.ClassReleased() -> heldAt(OptionalInt.empty());
          case RoomEvent.LessonOpened(LessonId opened) -> inLesson(opened);
          case RoomEvent.TimerStarted(Instant end, Duration length) ->
              timed(Optional.of(new Timer(end, length)));
          case RoomEvent.TimerStopped() -> timed(Optional.empty());
          case RoomEvent.WorkshopClosed() ->
              new RoomState(version, capacity, lesson, seats, heldAt, timer, announcements, true);
        };
    return next.at(stored.number());
  }

  /** The seats of those who are here, in the order of joining; not the queue. */
  public List<Seat> present() {
    return seats.values().stream().filter(seat -> seat.admitted() && !seat.left()).toList();
  }

  /** Those who wait for a seat, in order. */
  public List<Seat> queue() {
    return seats.values().stream().filter(seat -> !seat.admitted() && !seat.left()).toList();
  }

  /** Whether the next learner gets a seat at once. */
  public boolean isFree() {
    return present().size() < capacity && queue().isEmpty();
  }

  /** The place in the queue, from 1; empty for a learner who has a seat, or isn't here. */
  public OptionalInt placeInQueue(SeatId id) {
    List<SeatId> waiting = queue().stream().map(Seat::id).toList();
    int index = waiting.indexOf(id);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
  }

  /** Who is next to get a seat; empty while all are taken, or nobody waits. */
  public Optional<Seat> next() {
    return present().size() < capacity ? queue().stream().findFirst() : Optional.empty();
  }

  private RoomState changed(SeatId id, UnaryOperator<Seat> change) {
    Seat seat = seats.get(id);
    return seat == null || seat.left() ? this : withSeat(change.apply(seat));
  }

  private RoomState withSeat(Seat seat) {
    var next = new LinkedHashMap<>(seats);
    next.put(seat.id(), seat);
    return new RoomState(version, capacity, lesson, next, heldAt, timer, announcements, closed);
  }

  private RoomState announced(Announcement announcement) {
    var next = new ArrayList<>(announcements);
    next.add(announcement);
    return new RoomState(version, capacity, lesson, seats, heldAt, timer, next, closed);
  }

  private RoomState heldAt(OptionalInt step) {
    return new RoomState(version, capacity, lesson, seats, step, timer, announcements, closed);
  }

  private RoomState timed(Optional<Timer> now) {
    return new RoomState(version, capacity, lesson, seats, heldAt, now, announcements, closed);
  }

  private RoomState inLesson(LessonId opened) {
    return new RoomState(
        version, capacity, opened, seats, OptionalInt.empty(), timer, announcements, closed);
  }

  private RoomState at(long number) {
    return new RoomState(number, capacity, lesson, seats, heldAt, timer, announcements, closed);
  }
}
