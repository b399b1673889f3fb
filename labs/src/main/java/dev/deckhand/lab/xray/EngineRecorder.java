package dev.deckhand.lab.xray;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineEventStream;
import dev.deckhand.trace.ActivityRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records an engine's events and the calls of the learner's programs.
 *
 * @param proxy null if the learner's programs connect to the engine directly; then their calls
 *     aren't recorded
 */
public record EngineRecorder(
    EngineApi api, HostEngine host, @Nullable EngineCallProxy proxy, Clock clock)
    implements Recorder, AutoCloseable {

  @Override
  public Watch follow(Consumer<ActivityRecord> activityRecords) {
    var turn = new Object();
    Consumer<ActivityRecord> inTurn =
        activityRecord -> {
          synchronized (turn) {
            activityRecords.accept(activityRecord);
          }
        };
    Watch calls = proxy == null ? () -> {} : proxy.follow(inTurn);
    Duration ahead = EngineClockOffset.measure(host, clock);
    EngineEventStream events =
        EngineEventStream.withHistory(
            api,
            new EngineEventStream.Listener() {
              @Override
              public void connected() {}

              @Override
              public void event(JsonNode event) {
                inTurn.accept(toEngineEvent(event, ahead));
              }

              @Override
              public void disconnected(String why) {}
            });
    events.start();
    return () -> {
      calls.close();
      events.close();
    };
  }

  /** Closes the proxy. */
  @Override
  public void close() {
    if (proxy != null) {
      proxy.close();
    }
  }

  static ActivityRecord.EngineEvent toEngineEvent(JsonNode event, Duration ahead) {
    JsonNode about = event.path("Actor").path("Attributes");
    String key = event.path("Actor").path("ID").asText();
    String name = about.path("name").asText();
    String action = event.path("Action").asText();
    long nanos = event.path("timeNano").asLong();
    String exit = about.path("exitCode").asText();
    String signal = about.has("signal") ? "signal " + about.path("signal").asText() : "";
    return new ActivityRecord.EngineEvent(
        nanos + " " + event.path("Type").asText() + " " + action + " " + key,
        event.path("Type").asText(),
        action,
        key,
        name.isEmpty() ? key : name,
        about.path("execID").asText() + about.path("container").asText(),
        exit.isEmpty() ? signal : "exit code " + exit,
        Instant.ofEpochSecond(0, nanos).minus(ahead));
  }
}
