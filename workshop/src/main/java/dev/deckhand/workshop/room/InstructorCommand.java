package dev.deckhand.workshop.room;

import dev.deckhand.lesson.LessonId;
import java.time.Duration;
import java.util.Optional;

/** What an instructor does in a workshop. */
public sealed interface InstructorCommand {

  /** Shows a message to all. */
  record Broadcast(String text) implements InstructorCommand {}

  /** Lets nobody go beyond a step. */
  record Hold(int step) implements InstructorCommand {}

  record Release() implements InstructorCommand {}

  /** Opens a lesson of the course for all. */
  record OpenLesson(LessonId lesson) implements InstructorCommand {}

  /**
   * Shows a hint.
   *
   * @param seat empty for all
   */
  record PushHint(Optional<SeatId> seat, String text) implements InstructorCommand {}

  record StartTimer(Duration length) implements InstructorCommand {}

  record StopTimer() implements InstructorCommand {}

  record LowerHand(SeatId seat) implements InstructorCommand {}

  /** Asks a learner for leave to see the terminal, or also to type in it. */
  record AskToLook(SeatId seat, boolean typing) implements InstructorCommand {}

  record StopLooking(SeatId seat) implements InstructorCommand {}

  /** Takes a seat from somebody; the learner is told. */
  record RemoveSeat(SeatId seat) implements InstructorCommand {}

  /** Ends the workshop. */
  record CloseWorkshop() implements InstructorCommand {}
}
