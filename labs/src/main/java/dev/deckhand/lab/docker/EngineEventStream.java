package dev.deckhand.lab.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.api.ApiUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Follows an engine's events, and reconnects if the stream breaks. */
public final class EngineEventStream implements AutoCloseable {

  private static final Duration INITIAL_BACKOFF = Duration.ofMillis(100);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);

  private final EngineApi api;
  private final String path;
  private final Listener listener;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable StreamedResponse response;

  /** Called on one thread. */
  public interface Listener {

    /** The stream is open: events from now on are reported, earlier ones weren't. */
    void connected();

    /** Something happened. */
    void event(JsonNode event);

    /** The stream broke or couldn't be opened; it will be opened again. */
    void disconnected(String why);
  }

  private EngineEventStream(EngineApi api, String path, Listener listener) {
    this.api = api;
    this.path = path;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("engine-events").unstarted(this::follow);
  }

  /**
   * Returns a stream that isn't started yet.
   *
   * @param filters as {@link EngineApi#filters} returns them; empty for all events
   */
  public static EngineEventStream of(EngineApi api, String filters, Listener listener) {
    return new EngineEventStream(
        api, "/events" + (filters.isEmpty() ? "" : "?filters=" + filters), listener);
  }

  /** The same, beginning with the events that the engine remembers: some hundreds. */
  public static EngineEventStream withHistory(EngineApi api, Listener listener) {
    return new EngineEventStream(api, "/events?since=1", listener);
  }

  /** Follows the events on a thread of its own until it is closed. */
  public void start() {
    thread.start();
  }

  private void follow() {
    Duration pause = INITIAL_BACKOFF;
    while (!closed) {
      String why = "the engine closed the stream of events";
      try (StreamedResponse opened = api.open(Request.Method.GET, path, null)) {
        response = opened;
        pause = INITIAL_BACKOFF;
        if (!closed) {
          listener.connected();
        }
        read(opened);
      } catch (IOException | RuntimeException failure) {
        why = ApiUnavailable.reason(failure);
      }
      if (closed) {
        return;
      }
      listener.disconnected(why);
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stopped) {
        return;
      }
      pause =
          pause.multipliedBy(2).compareTo(MAX_BACKOFF) < 0 ? pause.multipliedBy(2) : MAX_BACKOFF;
    }
  }

  private void read(StreamedResponse opened) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(opened.body(), StandardCharsets.UTF_8));
    String line;
    while (!closed && (line = lines.readLine()) != null) {
      if (!line.isBlank()) {
        listener.event(EngineApi.parse(line.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    StreamedResponse open = response;
    if (open != null) {
      open.close();
    }
    thread.interrupt();
  }
}
