package dev.deckhand.shell.trial;

/**
 * One of several runs that share the full tests of lessons among them. With another number in each
 * run, every lesson is tested in full once in {@code of} runs.
 *
 * @param number counted from 1
 * @param of the number of runs, at least 1
 */
public record Rotation(int number, int of) {

  public Rotation {
    if (of < 1 || number < 1 || number > of) {
      throw new IllegalArgumentException("no part of a rotation: " + number + "/" + of);
    }
  }

  /** The lessons of this run by their place in a fixed order, counted from 0. */
  boolean includes(int place) {
    return place % of == number - 1;
  }
}
