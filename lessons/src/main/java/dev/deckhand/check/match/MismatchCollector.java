package dev.deckhand.check.match;

import dev.deckhand.check.pattern.Mismatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects mismatches up to a limit. */
public final class MismatchCollector {
  private final int limit;
  private final List<Mismatch> found = new ArrayList<>();

  public MismatchCollector(int limit) {
    this.limit = limit;
  }

  /** A collector for callers that only need to know whether there is a mismatch. */
  static MismatchCollector firstOnly() {
    return new MismatchCollector(1);
  }

  /** Whether the text of the mismatch is of no interest. */
  boolean isFirstOnly() {
    return limit == 1;
  }

  int limit() {
    return limit;
  }

  void add(Mismatch mismatch) {
    if (!isFull()) {
      found.add(mismatch);
    }
  }

  void addAll(MismatchCollector others) {
    others.found.forEach(this::add);
  }

  boolean isFull() {
    return found.size() >= limit;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int size() {
    return found.size();
  }

  public List<Mismatch> all() {
    return Collections.unmodifiableList(found);
  }
}
