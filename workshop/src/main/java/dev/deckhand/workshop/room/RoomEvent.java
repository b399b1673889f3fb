package dev.deckhand.workshop.room;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that happened in a workshop and is stored. Texts are plain and were checked. */
public sealed interface RoomEvent {

  /** A learner got a seat, or a place in the queue where all seats are taken. */
  record SeatJoined(SeatId seat, String name) implements RoomEvent {}

  /** A learner in the queue got a seat. */
  record SeatAdmitted(SeatId seat) implements RoomEvent {}

  /** A learner left for good, or was removed by the instructor; the name is free again. */
  record SeatLeft(SeatId seat, boolean removed) implements RoomEvent {}

  record HandRaised(SeatId seat) implements RoomEvent {}

  record HandLowered(SeatId seat) implements RoomEvent {}

  /** A message to all learners. */
  record MessageBroadcast(String text) implements RoomEvent {}

  /** No learner goes beyond this step of the lesson. */
  record ClassHeld(int step) implements RoomEvent {}

  record ClassReleased() implements RoomEvent {}

  /** The lesson of the whole class, from now on. */
  record LessonOpened(LessonId lesson) implements RoomEvent {}

  /** A timer that all see. */
  record TimerStarted(Instant end, Duration length) implements RoomEvent {}

  record TimerStopped() implements RoomEvent {}

  /**
   * A hint for one seat or for all.
   *
   * @param seat empty for all
   * @param text what the instructor wrote, or a hint of the lesson
   */
  record HintPushed(Optional<SeatId> seat, String text) implements RoomEvent {}

  /** The workshop is over: nobody joins any more, and labs end. */
  record WorkshopClosed() implements RoomEvent {}
}
