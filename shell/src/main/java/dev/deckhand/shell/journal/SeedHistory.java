package dev.deckhand.shell.journal;

import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The seeds from which a lesson's names and numbers were drawn in its attempts. */
public final class SeedHistory {

  private final @Nullable JournalEntry latestDraw;

  private SeedHistory(@Nullable JournalEntry latestDraw) {
    this.latestDraw = latestDraw;
  }

  /** Reads the seeds in one lesson's entries. */
  public static SeedHistory of(List<JournalEntry> entries) {
    return new SeedHistory(
        entries.stream()
            .filter(entry -> entry.event() instanceof JournalEvent.SeedDrawn)
            .reduce((_, later) -> later)
            .orElse(null));
  }

  /** The seed of the latest attempt; empty if none was ever drawn. */
  public OptionalLong latest() {
    return latestDraw != null && latestDraw.event() instanceof JournalEvent.SeedDrawn(long seed)
        ? OptionalLong.of(seed)
        : OptionalLong.empty();
  }

  /** When it was drawn; the epoch if none ever was. */
  public Instant drawnAt() {
    return latestDraw == null ? Instant.EPOCH : latestDraw.at();
  }
}
