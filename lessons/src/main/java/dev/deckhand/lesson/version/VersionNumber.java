package dev.deckhand.lesson.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A version with all its numbers, as a point on the line of all versions. */
record VersionNumber(int major, int minor, int patch) implements Comparable<VersionNumber> {

  private static final Comparator<VersionNumber> ORDER =
      Comparator.comparingInt(VersionNumber::major)
          .thenComparingInt(VersionNumber::minor)
          .thenComparingInt(VersionNumber::patch);

  static final VersionNumber LOWEST = new VersionNumber(0, 0, 0);

  /** Higher than every version that can be written. */
  static final VersionNumber HIGHEST = new VersionNumber(Integer.MAX_VALUE, 0, 0);

  /** The first version that begins with these numbers. */
  static VersionNumber of(List<Integer> numbers) {
    return new VersionNumber(part(numbers, 0), part(numbers, 1), part(numbers, 2));
  }

  /** The first version after all that begin with these numbers. */
  static VersionNumber after(List<Integer> numbers) {
    var next = new ArrayList<>(numbers);
    next.set(next.size() - 1, next.getLast() + 1);
    return of(next);
  }

  private static int part(List<Integer> numbers, int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public int compareTo(VersionNumber other) {
    return ORDER.compare(this, other);
  }
}
