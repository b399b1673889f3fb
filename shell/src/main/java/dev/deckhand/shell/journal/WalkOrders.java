package dev.deckhand.shell.journal;

import dev.deckhand.lesson.StepOrder;
import dev.deckhand.session.Deed;
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
public final class WalkOrders {

  /** The order of who never drew one, for any number of steps. */
  static final StepOrder AS_WRITTEN = StepOrder.asWritten(0);

  private final List<Entry> entries;
  private final @Nullable Entry last;

  private WalkOrders(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.last =
        entries.stream()
            .filter(entry -> entry.deed() instanceof Deed.Drew)
            .reduce((_, later) -> later)
            .orElse(null);
  }

  /** Those of one lesson's entries, in their order. */
  public static WalkOrders of(List<Entry> entries) {
    return new WalkOrders(entries);
  }

  /** The order of the last walk; empty where none was ever drawn. */
  public Optional<StepOrder> last() {
    return last != null && last.deed() instanceof Deed.Drew(var order)
        ? Optional.of(new StepOrder(order))
        : Optional.empty();
  }

  /** When it was drawn; long ago where none ever was. */
  public Instant since() {
    return last == null ? Instant.EPOCH : last.at();
  }

  /** The same entries with their steps counted as they come in one order. */
  List<Entry> numberedBy(StepOrder wanted) {
    if (last == null) {
      return entries;
    }
    // two shells may walk at once, each by the order that it found or drew
    var bySession = new HashMap<String, StepOrder>();
    var numbered = new ArrayList<Entry>();
    StepOrder newest = AS_WRITTEN;
    for (Entry entry : entries) {
      if (entry.deed() instanceof Deed.Drew(var order)) {
        newest = new StepOrder(order);
        bySession.put(entry.session(), newest);
      }
      StepOrder found = newest;
      StepOrder own = bySession.computeIfAbsent(entry.session(), _ -> found);
      int written = own.writtenAt(entry.deed().step());
      Deed deed = entry.deed().in(wanted.placeOf(written));
      numbered.add(new Entry(entry.at(), entry.session(), entry.lesson(), deed));
    }
    return numbered;
  }
}
