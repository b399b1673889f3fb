package dev.deckhand.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases last longer than versions: {@code room-events-0.1.jsonl} is from version 0.1. */
class RoomEventCodecTest {

  private static final SeatId SEAT = new SeatId("abcd2345");

  private static final List<RoomEvent> RECORDED =
      List.of(
          new RoomEvent.SeatJoined(SEAT, "Zoë \ud83d\ude00"),
          new RoomEvent.SeatAdmitted(SEAT),
          new RoomEvent.HandRaised(SEAT),
          new RoomEvent.HandLowered(SEAT),
          new RoomEvent.MessageBroadcast("Back at \"11\"\n\\o/"),
          new RoomEvent.ClassHeld(3),
          new RoomEvent.ClassReleased(),
          new RoomEvent.LessonOpened(LessonId.of("docker/first-container")),
          new RoomEvent.TimerStarted(
              Instant.parse("2026-11-30T10:15:00.000000001Z"), Duration.ofMinutes(15)),
          new RoomEvent.TimerStopped(),
          new RoomEvent.HintPushed(Optional.of(SEAT), "Look at the port."),
          new RoomEvent.HintPushed(Optional.empty(), "Look at the port."),
          new RoomEvent.SeatLeft(SEAT, true),
          new RoomEvent.WorkshopClosed());

  private final RoomEventCodec codec = new RoomEventCodec();

  private static List<String> recording() throws IOException {
    try (var in = RoomEventCodecTest.class.getResourceAsStream("room-events-0.1.jsonl")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .toList();
    }
  }

  @Test
  void eventsOfVersion01AreRead() throws IOException {
    var read = recording().stream().map(this::read).toList();

    assertThat(read).isEqualTo(RECORDED);
  }

  @Test
  void eventsAreStillWrittenTheSameWay() throws IOException {
    assertThat(RECORDED).extracting(codec::line).isEqualTo(recording());
  }

  private RoomEvent read(String line) {
    try {
      return codec.event(line).orElseThrow();
    } catch (IOException damaged) {
      throw new AssertionError(line, damaged);
    }
  }

  @Test
  void everyEventHasItsOwnNameAndAnExample() {
    assertThat(RoomEventCodec.NAMES.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RoomEvent.class.getPermittedSubclasses())
                .<Class<? extends RoomEvent>>map(type -> type.asSubclass(RoomEvent.class))
                .toList());
    assertThat(RoomEventCodec.NAMES.values()).doesNotHaveDuplicates();
    assertThat(RECORDED.stream().map(Object::getClass).collect(Collectors.toSet()))
        .as("there is a recorded event of each kind")
        .hasSameSizeAs(RoomEventCodec.NAMES.keySet());
  }

  @Test
  void eventsAndFieldsOfLaterVersionsAreIgnored() throws IOException {
    assertThat(codec.event("{\"type\":\"Danced\",\"seat\":\"abcd2345\"}")).isEmpty();
    assertThat(codec.event("{\"type\":\"ClassHeld\",\"step\":2,\"why\":\"lunch\"}"))
        .contains(new RoomEvent.ClassHeld(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ClassHeld\"",
        "{\"type\":\"ClassHeld\"}",
        "{\"type\":\"ClassHeld\",\"step\":\"2\"}",
        "{\"type\":\"SeatLeft\",\"seat\":\"abcd2345\",\"removed\":1}",
        "{\"type\":\"SeatAdmitted\",\"seat\":\"NO\"}",
        "{\"type\":\"SeatAdmitted\",\"seat\":null}",
        "{\"type\":\"HintPushed\",\"text\":\"x\"}",
        "{\"type\":\"LessonOpened\",\"lesson\":\"x\"}",
        "{\"type\":\"TimerStarted\",\"end\":\"now\",\"length\":\"PT1S\"}",
      })
  void damagedEventsAreRefused(String line) {
    assertThatThrownBy(() -> codec.event(line)).isInstanceOf(IOException.class);
  }
}
