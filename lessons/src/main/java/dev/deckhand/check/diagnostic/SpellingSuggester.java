package dev.deckhand.check.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that was probably meant. */
public final class SpellingSuggester {
  /** Longer words aren't typing errors of known ones. */
  private static final int MAX_LENGTH = 60;

  private SpellingSuggester() {}

  /**
   * Returns the candidate that differs least from a word, if it differs by at most a third of its
   * letters. A letter that is changed, missing or added counts one, as do two that are swapped;
   * case doesn't count. Of equally near candidates it is the alphabetically first.
   */
  public static Optional<String> suggest(String word, Collection<String> candidates) {
    if (word.isBlank() || word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String meant = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> candidate.length() <= MAX_LENGTH)
        .map(candidate ->
            new Candidate(candidate, distance(meant, candidate.toLowerCase(Locale.ROOT))))
        .filter(candidate ->
            candidate.distance()
                <= Math.max(1, Math.max(meant.length(), candidate.word().length()) / 3))
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /** The optimal string alignment distance. */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }

  private record Candidate(String word, int distance) {}
}
