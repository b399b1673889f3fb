package dev.deckhand.workshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LiveEventsTest {

  private WebFixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture = new WebFixture();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void learnersAreToldWhatChangesForThem() throws Exception {
    try (var ada = fixture.visitor().join("Ada");
        var bob = fixture.visitor().join("Bob");
        var events = Events.open(ada, "/seat/events")) {
      assertThat(events.next("beat")).contains("\"now\":");
      assertThat(events.next("seat")).contains("\"name\":\"Ada\"").doesNotContain("Bob");
      fixture.workshop().apply(new RoomEvent.ClassHeld(2));
      assertThat(events.next("seat")).contains("\"heldAt\":2");
      fixture
          .workshop()
          .apply(
              new RoomEvent.HintPushed(Optional.of(fixture.workshop().seatOf("Bob")), "for Bob"));
      fixture.workshop().apply(new RoomEvent.MessageBroadcast("for all"));
      assertThat(events.next("seat")).contains("for all").doesNotContain("for Bob");
      fixture.workshop().handle(new InstructorCommand.RemoveSeat(fixture.workshop().seatOf("Ada")));
      assertThat(events.next("gone")).isEqualTo("{}");
      assertThat(bob.cookie()).isNotEmpty();
    }
  }

  @Test
  void theInstructorIsToldWhatChangesAndNothingTwice() throws Exception {
    try (var ada = fixture.visitor().join("Ada");
        var bob = fixture.visitor().join("Bob");
        var instructor = fixture.visitor().becomeInstructor();
        var events = Events.open(instructor, "/instructor/events")) {
      assertThat(events.next("seats")).contains("\"all\":true", "Ada", "Bob");
      assertThat(events.next("room"))
          .contains("\"capacity\":4", "\"lesson\":\"docker/containers\"");
      ada.post("/seat/command", "{\"do\":\"raise-hand\"}");
      assertThat(events.next("seats"))
          .contains("\"all\":false", "Ada", "\"hand\":")
          .doesNotContain("Bob");
      assertThat(bob.cookie()).isNotEmpty();
    }
  }

  @Test
  void aDatabaseThatIsAwayKeepsStreamsOpen() throws Exception {
    try (var ada = fixture.visitor().join("Ada");
        var events = Events.open(ada, "/seat/events")) {
      events.next("seat");
      fixture.workshop().setUnavailable(true);
      assertThat(ada.get("/me").statusCode()).isEqualTo(503);
      assertThat(ada.get("/me").body()).doesNotContain("database");
      fixture.workshop().setUnavailable(false);
      fixture.workshop().apply(new RoomEvent.MessageBroadcast("back again"));
      assertThat(events.next("seat")).contains("back again");
    }
  }

  @Test
  void aSeatListensInAFewTabsAlone() throws Exception {
    WebLimits usual = WebLimits.usual();
    var limits =
        new WebLimits(
            100, 100, 2, usual.headTime(), usual.bodyTime(), usual.idleTime(), usual.sendTime());
    try (var small = new WebFixture(1, WebFixture.limited(limits));
        var ada = small.visitor().join("Ada");
        var one = Events.open(ada, "/seat/events");
        var two = Events.open(ada, "/seat/events")) {
      one.next("seat");
      two.next("seat");
      assertThat(ada.get("/seat/events").statusCode()).isEqualTo(503);
    }
  }

  /** A stream of events. */
  private static final class Events implements AutoCloseable {
    private final InputStream stream;
    private final BufferedReader reader;
    private final List<String> seen = new ArrayList<>();

    private Events(InputStream stream) {
      this.stream = stream;
      this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    static Events open(WebFixture.Visitor visitor, String path) throws Exception {
      HttpResponse<InputStream> response =
          visitor.client().send(visitor.request(path).build(), BodyHandlers.ofInputStream());
      assertThat(response.headers().firstValue("content-type"))
          .hasValue("text/event-stream; charset=utf-8");
      return new Events(response.body());
    }

    /** The data of the next event of a name. */
    String next(String name) throws Exception {
      while (true) {
        String line = reader.readLine();
        if (line == null) {
          throw new AssertionError("the stream ended after " + seen);
        }
        seen.add(line);
        if (line.equals("event: " + name)) {
          assertThat(reader.readLine()).startsWith("id: ");
          return reader.readLine().substring("data: ".length());
        }
      }
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
