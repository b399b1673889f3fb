package dev.deckhand.check.match;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Assigns to each expected element an actual one of its own, to as many as possible.
 *
 * <p>A maximum matching by augmenting paths. If {@code [a or b, a]} simply took the first element
 * that fits, the first might take the only one that fits the second.
 */
final class BipartiteMatching {
  static final int UNMATCHED = -1;

  private final List<BitSet> candidates;
  private final int[] takenBy;
  private final int[] partner;

  private BipartiteMatching(List<BitSet> fitting, int actual) {
    this.candidates = fitting;
    this.takenBy = new int[actual];
    this.partner = new int[fitting.size()];
    Arrays.fill(takenBy, UNMATCHED);
    Arrays.fill(partner, UNMATCHED);
  }

  /**
   * Returns for each expected element the index of its partner, or {@link #UNMATCHED}.
   *
   * @param fitting for each expected element, the indexes of the actual ones that fit
   * @param actual the number of actual elements
   */
  static int[] of(List<BitSet> fitting, int actual) {
    var bipartiteMatching = new BipartiteMatching(fitting, actual);
    for (int element = 0; element < fitting.size(); element++) {
      bipartiteMatching.assign(element);
    }
    return bipartiteMatching.partner;
  }

  /** Searches breadth first for a chain of swaps that ends at a free element. */
  private void assign(int element) {
    var reached = new BitSet();
    int[] reachedFrom = new int[takenBy.length];
    var waiting = new ArrayDeque<Integer>();
    waiting.add(element);
    while (!waiting.isEmpty()) {
      int asking = waiting.remove();
      var fresh = (BitSet) candidates.get(asking).clone();
      fresh.andNot(reached);
      reached.or(fresh);
      for (int actual = fresh.nextSetBit(0); actual >= 0; actual = fresh.nextSetBit(actual + 1)) {
        reachedFrom[actual] = asking;
        if (takenBy[actual] == UNMATCHED) {
          swap(actual, reachedFrom);
          return;
        }
        waiting.add(takenBy[actual]);
      }
    }
  }

  private void swap(int free, int[] reachedFrom) {
    int actual = free;
    while (actual != UNMATCHED) {
      int element = reachedFrom[actual];
      int left = partner[element];
      partner[element] = actual;
      takenBy[actual] = element;
      actual = left;
    }
  }
}
