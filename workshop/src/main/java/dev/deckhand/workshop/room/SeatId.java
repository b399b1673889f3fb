package dev.deckhand.workshop.room;

import java.util.random.RandomGenerator;

/**
 * Names a learner's place in a workshop. It isn't secret.
 *
 * @param value eight of the characters {@code a-z} and {@code 2-9}
 */
public record SeatId(String value) implements Comparable<SeatId> {

  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 8;

  public SeatId {
    if (!value.matches("[a-z2-9]{" + LENGTH + "}")) {
      throw new IllegalArgumentException("not the id of a seat");
    }
  }

  /** A new id. */
  public static SeatId random(RandomGenerator random) {
    var id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new SeatId(id.toString());
  }

  @Override
  public int compareTo(SeatId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
