package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/** How the engine's clock differs from this machine's: the engine may run in a virtual machine. */
final class EngineClock {

  private static final String ID = "clock";
  private static final String TITLE = "Engine's clock";

  /** The least difference that is reported; less comes from slow answers too. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private static final Set<LabKind> CLUSTERS = Set.of(LabKind.KUBERNETES);

  private EngineClock() {}

  /**
   * @param systemTime the engine's time, from {@code GET /info}
   * @param now this machine's time
   */
  static MachineFinding finding(String systemTime, Instant now) {
    Duration ahead;
    try {
      ahead = Duration.between(now, OffsetDateTime.parse(systemTime));
    } catch (DateTimeException untold) {
      return MachineFinding.unknown(ID, TITLE, "the engine doesn't tell", CLUSTERS);
    }
    if (ahead.abs().compareTo(TOLERANCE) < 0) {
      return MachineFinding.ok(ID, TITLE, "the same as this machine's", CLUSTERS);
    }
    String found = amount(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of");
    return MachineFinding.warning(
        ID,
        TITLE,
        found + " this machine's: certificates may not be accepted, and times in labs are wrong",
        "Set both clocks: sudo timedatectl set-ntp true. If the engine runs in a virtual machine,"
            + " restart that.",
        CLUSTERS);
  }

  /** The finding without an engine. */
  static MachineFinding unknown() {
    return EngineFacts.unknown(ID, TITLE, CLUSTERS);
  }

  private static String amount(Duration difference) {
    return difference.toHours() < 48
        ? difference.toMinutes() + (difference.toMinutes() == 1 ? " minute" : " minutes")
        : difference.toHours() + " hours";
  }
}
