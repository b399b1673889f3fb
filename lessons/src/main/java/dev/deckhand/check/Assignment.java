package dev.deckhand.check;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Gives each expected element an actual one of its own, as many as can be.
 *
 * <p>A maximum matching by augmenting paths: taking the first that fits would leave {@code [a or b,
 * a]} without a partner for the second where the first took its only one.
 */
final class Assignment {
  static final int NONE = -1;

  private final List<BitSet> fitting;
  private final int[] takenBy;
  private final int[] partner;

  private Assignment(List<BitSet> fitting, int actual) {
    this.fitting = fitting;
    this.takenBy = new int[actual];
    this.partner = new int[fitting.size()];
    Arrays.fill(takenBy, NONE);
    Arrays.fill(partner, NONE);
  }

  /**
   * Returns for each expected element the index of its partner, or {@link #NONE}.
   *
   * @param fitting for each expected element, the actual ones that would do
   * @param actual how many actual elements there are
   */
  static int[] of(List<BitSet> fitting, int actual) {
    var assignment = new Assignment(fitting, actual);
    for (int element = 0; element < fitting.size(); element++) {
      assignment.place(element);
    }
    return assignment.partner;
  }

  /** Searches breadth first for a chain of partners to swap that ends at a free one. */
  private void place(int element) {
    var reached = new BitSet();
    int[] reachedFrom = new int[takenBy.length];
    var waiting = new ArrayDeque<Integer>();
    waiting.add(element);
    while (!waiting.isEmpty()) {
      int asking = waiting.remove();
      var fresh = (BitSet) fitting.get(asking).clone();
      fresh.andNot(reached);
      reached.or(fresh);
      for (int actual = fresh.nextSetBit(0); actual >= 0; actual = fresh.nextSetBit(actual + 1)) {
        reachedFrom[actual] = asking;
        if (takenBy[actual] == NONE) {
          swap(actual, reachedFrom);
          return;
        }
        waiting.add(takenBy[actual]);
      }
    }
  }

  private void swap(int free, int[] reachedFrom) {
    int actual = free;
    while (actual != NONE) {
      int element = reachedFrom[actual];
      int left = partner[element];
      partner[element] = actual;
      takenBy[actual] = element;
      actual = left;
    }
  }
}
