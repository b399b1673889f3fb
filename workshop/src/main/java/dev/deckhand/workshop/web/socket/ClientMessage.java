package dev.deckhand.workshop.web.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** What a browser says about its terminal, beside what is typed. */
sealed interface ClientMessage {

  /** The longest message, in characters. */
  int MAX_CHARS = 256;

  /** The terminal has another size. */
  record Resize(int columns, int rows) implements ClientMessage {}

  /**
   * Bytes have been shown.
   *
   * @param total since the connection was opened
   */
  record Shown(long total) implements ClientMessage {}

  /** Asks whether the server is there; it answers with the number. */
  record Probe(int number) implements ClientMessage {}

  /** Reads {@code {"resize":[80,24]}}, {@code {"ack":4096}} or {@code {"probe":1}}. */
  static Optional<ClientMessage> parse(String text) {
    if (text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.MAPPER.readTree(text);
      if (json == null || !json.isObject() || json.size() != 1) {
        return Optional.empty();
      }
      JsonNode size = json.path("resize");
      if (size.isArray() && size.size() == 2 && size.get(0).isInt() && size.get(1).isInt()) {
        return Optional.of(new Resize(size.get(0).intValue(), size.get(1).intValue()));
      }
      if (json.path("ack").canConvertToLong() && json.path("ack").isIntegralNumber()) {
        return Optional.of(new Shown(json.path("ack").longValue()));
      }
      if (json.path("probe").isInt()) {
        return Optional.of(new Probe(json.path("probe").intValue()));
      }
      return Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** Reads JSON. */
  final class Json {
    private static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}
  }
}
