package dev.deckhand.shell.journal;

import dev.deckhand.lesson.StepOrder;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which order a lesson's steps were met, walk by walk. The journal counts steps as the learner
 * met them; who looks at more than one walk has to count them in one way.
 */
public final class StepOrderHistory {

  /** The order of who never drew one, for any number of steps. */
  static final StepOrder AS_WRITTEN = StepOrder.asWritten(0);

  private final List<JournalEntry> entries;
  private final @Nullable JournalEntry latestDraw;

  private StepOrderHistory(List<JournalEntry> entries) {
    this.entries = List.copyOf(entries);
    this.latestDraw =
        entries.stream()
            .filter(journalEntry -> journalEntry.event() instanceof JournalEvent.StepOrderDrawn)
            .reduce((_, later) -> later)
            .orElse(null);
  }

  /** Those of one lesson's entries, in their order. */
  public static StepOrderHistory of(List<JournalEntry> entries) {
    return new StepOrderHistory(entries);
  }

  /** The order of the last walk; empty where none was ever drawn. */
  public Optional<StepOrder> latest() {
    return latestDraw != null
            && latestDraw.event() instanceof JournalEvent.StepOrderDrawn(var order)
        ? Optional.of(new StepOrder(order))
        : Optional.empty();
  }

  /** When it was drawn; long ago where none ever was. */
  public Instant drawnAt() {
    return latestDraw == null ? Instant.EPOCH : latestDraw.at();
  }

  /** The same entries with their steps counted as they come in one order. */
  List<JournalEntry> renumbered(StepOrder wanted) {
    if (latestDraw == null) {
      return entries;
    }
    // two shells may walk at once, each by the order that it found or drew
    var bySession = new HashMap<String, StepOrder>();
    var numbered = new ArrayList<JournalEntry>();
    StepOrder newest = AS_WRITTEN;
    for (JournalEntry journalEntry : entries) {
      if (journalEntry.event() instanceof JournalEvent.StepOrderDrawn(var order)) {
        newest = new StepOrder(order);
        bySession.put(journalEntry.session(), newest);
      }
      StepOrder found = newest;
      StepOrder own = bySession.computeIfAbsent(journalEntry.session(), _ -> found);
      int written = own.numberAt(journalEntry.event().step());
      JournalEvent event = journalEntry.event().atStep(wanted.positionOf(written));
      numbered.add(
          new JournalEntry(
              journalEntry.at(), journalEntry.session(), journalEntry.lesson(), event));
    }
    return numbered;
  }
}
