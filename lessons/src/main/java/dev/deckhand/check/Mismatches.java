package dev.deckhand.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects mismatches up to a limit, after which nobody needs to look further. */
final class Mismatches {
  private final int limit;
  private final List<Mismatch> found = new ArrayList<>();

  Mismatches(int limit) {
    this.limit = limit;
  }

  /** Collects nothing but whether there is one. */
  static Mismatches any() {
    return new Mismatches(1);
  }

  /** Whether nobody will ask what the mismatch is. */
  boolean anyWillDo() {
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

  void addAll(Mismatches others) {
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

  List<Mismatch> all() {
    return Collections.unmodifiableList(found);
  }
}
