package dev.deckhand.workshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.web.http.PlainError;
import java.time.Duration;
import java.util.Optional;

/** Reads an instructor's commands from JSON. */
final class InstructorOrders {

  private static final int TEXT = 1000;
  private static final int STEPS = 1000;
  private static final int DAY = 24 * 60 * 60;

  private InstructorOrders() {}

  static InstructorCommand read(JsonNode json) throws Refusal, PlainError {
    return switch (JsonFields.text(json, "do", 40)) {
      case "broadcast" -> new InstructorCommand.Broadcast(words(json));
      case "hold" -> new InstructorCommand.Hold(JsonFields.number(json, "step", 1, STEPS));
      case "release" -> new InstructorCommand.Release();
      case "open-lesson" -> new InstructorCommand.OpenLesson(lesson(json));
      case "hint" ->
          new InstructorCommand.PushHint(
              json.hasNonNull("seat") ? Optional.of(seat(json)) : Optional.empty(), words(json));
      case "start-timer" ->
          new InstructorCommand.StartTimer(
              Duration.ofSeconds(JsonFields.number(json, "seconds", 1, DAY)));
      case "stop-timer" -> new InstructorCommand.StopTimer();
      case "lower-hand" -> new InstructorCommand.LowerHand(seat(json));
      case "ask-to-look" ->
          new InstructorCommand.AskToLook(seat(json), JsonFields.flag(json, "typing"));
      case "stop-looking" -> new InstructorCommand.StopLooking(seat(json));
      case "remove-seat" -> new InstructorCommand.RemoveSeat(seat(json));
      case "close-workshop" -> new InstructorCommand.CloseWorkshop();
      default -> throw JsonFields.unknownCommand();
    };
  }

  private static String words(JsonNode json) throws Refusal, PlainError {
    String text = JsonFields.text(json, "text", TEXT).strip();
    if (text.isEmpty()) {
      throw new Refusal(Refusal.Reason.NOT_VALID, "There's nothing to send.", "Write something.");
    }
    return text;
  }

  private static SeatId seat(JsonNode json) throws Refusal, PlainError {
    return seat(JsonFields.text(json, "seat", 64));
  }

  /** Reads a seat's id. */
  static SeatId seat(String text) throws Refusal {
    try {
      return new SeatId(text);
    } catch (IllegalArgumentException notOne) {
      throw new Refusal(
          Refusal.Reason.NOT_FOUND, "There's no such seat.", "Choose one from the list.");
    }
  }

  private static LessonId lesson(JsonNode json) throws Refusal, PlainError {
    return lesson(JsonFields.text(json, "lesson", 140));
  }

  /** Reads a lesson's id. */
  static LessonId lesson(String text) throws Refusal {
    try {
      return LessonId.of(text);
    } catch (IllegalArgumentException notOne) {
      throw new Refusal(
          Refusal.Reason.NOT_FOUND, "There's no such lesson.", "Choose one from the list.");
    }
  }
}
