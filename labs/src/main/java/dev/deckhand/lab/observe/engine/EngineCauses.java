package dev.deckhand.lab.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains why an engine's object is as it is. */
record EngineCauses(EngineApi api) {

  private static final int MAX_CAUSES = 3;

  /** One sentence each, the most important first, at most three; never throws. */
  public List<String> of(DockerObject subject) {
    try {
      return subject.kind() == DockerKind.CONTAINER ? containers(subject) : List.of();
    } catch (ApiException unknown) {
      return List.of();
    }
  }

  private List<String> containers(DockerObject subject) {
    return new EngineReader(api)
        .objects(subject).stream().flatMap(this::container).limit(MAX_CAUSES).toList();
  }

  private Stream<String> container(JsonNode container) {
    String who = "Container \"" + container.path("Name").asText().replaceFirst("^/", "") + "\"";
    JsonNode state = container.path("State");
    return switch (state.path("Status").asText()) {
      case "created" -> Stream.of(created(who, state));
      case "exited", "dead" -> Stream.of(ended(who, " exited with code ", container));
      case "restarting" ->
          Stream.of(
              ended(who, " is restarted again and again; it last exited with code ", container));
      case "paused" -> Stream.of(who + " is paused.");
      default -> Stream.concat(restarted(who, container).stream(), unhealthy(who, state).stream());
    };
  }

  private static String created(String who, JsonNode state) {
    String error = state.path("Error").asText().strip();
    return error.isEmpty()
        ? who + " was created, but never started."
        : who + " was created, but could not be started: " + error + ".";
  }

  private String ended(String who, String verb, JsonNode container) {
    JsonNode state = container.path("State");
    if (state.path("OOMKilled").asBoolean()) {
      return who + " was killed because it used more memory than it may.";
    }
    String error = state.path("Error").asText().strip();
    String last = error.isEmpty() ? lastLine(container.path("Id").asText()) : error;
    String code = who + verb + state.path("ExitCode").asInt();
    return last.isEmpty() ? code + "." : code + "; its last line was: " + last;
  }

  /** A container that crashes repeatedly is running between two crashes. */
  private Optional<String> restarted(String who, JsonNode container) {
    int times = container.path("RestartCount").asInt();
    if (times == 0) {
      return Optional.empty();
    }
    String last = lastLine(container.path("Id").asText());
    String known = who + " was restarted " + times + (times == 1 ? " time" : " times");
    return Optional.of(last.isEmpty() ? known + "." : known + "; its last line was: " + last);
  }

  private static Optional<String> unhealthy(String who, JsonNode state) {
    JsonNode health = state.path("Health");
    if (!health.path("Status").asText().equals("unhealthy")) {
      return Optional.empty();
    }
    JsonNode log = health.path("Log");
    String said = log.path(log.size() - 1).path("Output").asText().strip();
    return Optional.of(
        who + " runs, but its health check fails" + (said.isEmpty() ? "." : ": " + said));
  }

  private String lastLine(String id) {
    try {
      return EngineExec.logs(api, id, 1).strip();
    } catch (ApiException unknown) {
      return "";
    }
  }
}
