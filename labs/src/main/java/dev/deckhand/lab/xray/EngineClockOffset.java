package dev.deckhand.lab.xray;

import dev.deckhand.lab.container.HostEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The clock behind an engine: in a desktop's virtual machine it is another one than ours. */
final class EngineClockOffset {

  private EngineClockOffset() {}

  /** How far it is ahead of this machine's. */
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
