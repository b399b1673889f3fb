package dev.deckhand.workshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.web.http.PlainError;

/** Reads fields of what a page sent. */
final class JsonFields {

  private JsonFields() {}

  /**
   * A text; empty where it's missing.
   *
   * @param most how many characters it may have
   */
  static String text(JsonNode json, String name, int most) throws Refusal, PlainError {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new PlainError(400, "The field " + name + " isn't a text.", "Reload the page.");
    }
    String text = value.textValue();
    if (text.length() > most) {
      throw new Refusal(
          Refusal.Reason.NOT_VALID,
          "The text is too long: " + text.length() + " characters.",
          "Use at most " + most + ".");
    }
    return text;
  }

  /** A whole number within limits. */
  static int number(JsonNode json, String name, int least, int most) throws Refusal, PlainError {
    JsonNode value = json.path(name);
    if (!value.isInt()) {
      throw new PlainError(400, "The field " + name + " isn't a whole number.", "Reload the page.");
    }
    if (value.intValue() < least || value.intValue() > most) {
      throw new Refusal(
          Refusal.Reason.NOT_VALID,
          "The number is out of range: " + value.intValue() + ".",
          "Use one from " + least + " to " + most + ".");
    }
    return value.intValue();
  }

  static boolean flag(JsonNode json, String name) throws PlainError {
    JsonNode value = json.path(name);
    if (!value.isBoolean()) {
      throw new PlainError(400, "The field " + name + " isn't true or false.", "Reload the page.");
    }
    return value.booleanValue();
  }

  static PlainError unknownCommand() {
    return new PlainError(400, "The server doesn't know this command.", "Reload the page.");
  }
}
