package dev.deckhand.lesson.variable;

import java.util.List;

/** The values that a variable may have, numbered from 0. Each of them is written as plain text. */
public sealed interface ValueDomain {

  /** The number of values, at least 1. */
  long size();

  /**
   * The value with this number.
   *
   * @param index from 0 to {@code size() - 1}
   */
  String at(long index);

  /** Whole numbers, with both ends, from 0 to 999,999,999. */
  record IntegerRange(long lowest, long highest) implements ValueDomain {

    /** The largest number that a range may contain. */
    static final long LIMIT = 999_999_999;

    public IntegerRange {
      if (lowest < 0 || highest > LIMIT || lowest > highest) {
        throw new IllegalArgumentException("no range: " + lowest + ".." + highest);
      }
    }

    @Override
    public long size() {
      return highest - lowest + 1;
    }

    @Override
    public String at(long index) {
      return Long.toString(lowest + index);
    }
  }

  /** Values that the author lists; at least two, all different. */
  record Alternatives(List<String> values) implements ValueDomain {
    public Alternatives {
      values = List.copyOf(values);
      if (values.size() < 2 || values.stream().distinct().count() < values.size()) {
        throw new IllegalArgumentException("not two or more different values: " + values);
      }
    }

    @Override
    public long size() {
      return values.size();
    }

    @Override
    public String at(long index) {
      return values.get(Math.toIntExact(index));
    }
  }

  /** Two words with a hyphen between them, such as {@code quiet-harbor}: valid as a DNS label. */
  record WordPairs() implements ValueDomain {

    @Override
    public long size() {
      return (long) WordList.FIRST.size() * WordList.SECOND.size();
    }

    @Override
    public String at(long index) {
      int first = Math.toIntExact(index / WordList.SECOND.size());
      int second = Math.toIntExact(index % WordList.SECOND.size());
      return WordList.FIRST.get(first) + "-" + WordList.SECOND.get(second);
    }
  }
}
