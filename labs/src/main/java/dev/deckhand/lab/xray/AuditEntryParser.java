package dev.deckhand.lab.xray;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.observe.JsonNodeConverter;
import dev.deckhand.trace.ActivityRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the lines of an audit log (audit.k8s.io/v1). */
final class AuditEntryParser {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private AuditEntryParser() {}

  /**
   * Parses a line; empty if it is incomplete or of another kind.
   *
   * @param ahead how far the cluster's clock is ahead of this machine's
   */
  static Optional<ActivityRecord> parse(String line, Duration ahead) {
    JsonNode entry;
    try {
      entry = JSON.readTree(line);
    } catch (JsonProcessingException cutShort) {
      return Optional.empty();
    }
    if (entry == null || !entry.path("kind").asText().equals("Event")) {
      return Optional.empty();
    }
    try {
      return Optional.of(toRequest(entry, ahead));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static ActivityRecord toRequest(JsonNode entry, Duration ahead) {
    JsonNode object = entry.path("objectRef");
    JsonNode status = entry.path("responseStatus");
    return new ActivityRecord.ApiRequest(
        entry.path("auditID").asText(),
        user(entry),
        entry.path("userAgent").asText(),
        entry.path("verb").asText(),
        object.path("resource").asText(),
        object.path("subresource").asText(),
        object.path("namespace").asText(),
        object.path("name").asText(),
        Instant.parse(entry.path("requestReceivedTimestamp").asText()).minus(ahead),
        Instant.parse(entry.path("stageTimestamp").asText()).minus(ahead),
        status.path("code").asInt(),
        status.path("message").asText(),
        entry.path("requestURI").asText().contains("dryRun="),
        JsonNodeConverter.toNode(entry.path("requestObject")),
        JsonNodeConverter.toNode(entry.path("responseObject")));
  }

  /** The user that the request was made for: the impersonated one, if there is one. */
  private static String user(JsonNode entry) {
    String spokenFor = entry.path("impersonatedUser").path("username").asText();
    return spokenFor.isEmpty() ? entry.path("user").path("username").asText() : spokenFor;
  }
}
