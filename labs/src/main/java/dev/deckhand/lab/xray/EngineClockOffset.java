package dev.deckhand.lab.xray;

import dev.deckhand.lab.container.HostEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The difference of clocks: an engine in a virtual machine has a clock of its own. */
final class EngineClockOffset {

  private EngineClockOffset() {}

  /** How far the engine's clock is ahead of this machine's. */
  static Duration measure(HostEngine host, Clock clock) {
    if (host.sharesFolders()) {
      return Duration.ZERO;
    }
    Instant before = clock.instant();
    String said = host.api().get("/info").path("SystemTime").asText();
    Instant after = clock.instant();
    try {
      Instant between = before.plus(Duration.between(before, after).dividedBy(2));
      return Duration.between(between, Instant.parse(said));
    } catch (DateTimeParseException silent) {
      return Duration.ZERO;
    }
  }
}
