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
 * The orders of a lesson's steps in its attempts. The journal numbers steps in the order that the
 * learner had; to compare attempts, they have to be renumbered.
 */
public final class StepOrderHistory {

  /** The order in the lesson's file, for any number of steps. */
  public static final StepOrder AS_WRITTEN = StepOrder.asWritten(0);

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

  /** Reads the orders in one lesson's entries. */
  public static StepOrderHistory of(List<JournalEntry> entries) {
    return new StepOrderHistory(entries);
  }

  /** The order of the latest attempt; empty if none was ever drawn. */
  public Optional<StepOrder> latest() {
    return latestDraw != null
            && latestDraw.event() instanceof JournalEvent.StepOrderDrawn(var order)
        ? Optional.of(new StepOrder(order))
        : Optional.empty();
  }

  /** When it was drawn; the epoch if none ever was. */
  public Instant drawnAt() {
    return latestDraw == null ? Instant.EPOCH : latestDraw.at();
  }

  /** The same entries with their steps renumbered to one order. */
  public List<JournalEntry> renumbered(StepOrder wanted) {
    if (latestDraw == null) {
      return entries;
    }
    // two sessions may run at once, each with the order that it found or drew
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
