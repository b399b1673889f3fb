package dev.deckhand.workshop.web.live;

import dev.deckhand.workshop.web.http.EventWriter;
import dev.deckhand.workshop.web.http.Exchange;
import dev.deckhand.workshop.web.view.RoomSnapshot;
import dev.deckhand.workshop.web.view.ViewEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends what changes for one page, until the page is gone. A beat every few seconds lets the page
 * notice a lost connection, and the server a lost page; it also says what time it is, as a
 * learner's clock may be wrong.
 */
public final class EventStream {

  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final RoomPulse pulse;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * @param patience how long a write may take
   */
  public EventStream(RoomPulse pulse, InstantSource clock, Duration patience) {
    this.pulse = pulse;
    this.clock = clock;
    this.patience = patience;
  }

  /** What a page shows. */
  @FunctionalInterface
  public interface View {
    /** What the page has to be told; empty if it has nothing to see any more. */
    Optional<List<ViewEvent>> next(RoomSnapshot snapshot);
  }

  /** Answers with the stream; returns when it's over. */
  public void run(Exchange exchange, View view) {
    EventWriter writer = exchange.events(patience);
    try {
      writer.writeRetry(RETRY);
      if (send(writer, view)) {
        writer.end();
      }
    } catch (IOException gone) {
      writer.abort(gone);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      writer.end();
    }
  }

  private boolean send(EventWriter writer, View view) throws IOException, InterruptedException {
    RoomSnapshot snapshot = pulse.fresh();
    long lastBeat = beat(writer, snapshot);
    while (snapshot != null) {
      Optional<List<ViewEvent>> events = view.next(snapshot);
      if (events.isEmpty()) {
        writer.write("gone", snapshot.room().version(), "{}");
        return true;
      }
      for (ViewEvent event : events.get()) {
        writer.write(event.name(), snapshot.room().version(), event.data());
      }
      Duration left = BEAT.minusNanos(System.nanoTime() - lastBeat);
      if (!left.isPositive()) {
        lastBeat = beat(writer, snapshot);
        left = BEAT;
      }
      snapshot = pulse.after(snapshot.number(), left);
    }
    return true;
  }

  private long beat(EventWriter writer, RoomSnapshot snapshot) throws IOException {
    writer.write("beat", snapshot.room().version(), "{\"now\":" + clock.millis() + "}");
    return System.nanoTime();
  }
}
