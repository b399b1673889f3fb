package dev.deckhand.grade;

/**
 * A part of the earned points that isn't given.
 *
 * @param reason why, in words: {@code 2 hints}
 * @param percent of the earned points, 0 to 100
 */
public record Deduction(String reason, int percent) {
  public Deduction {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a deduction is 0 to 100 percent: " + percent);
    }
  }
}
