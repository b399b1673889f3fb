package dev.deckhand.shell.grade.run;

import dev.deckhand.lesson.variable.ValueDraw;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Seeds that an instructor assigned, of which a learner's names and numbers are drawn.
 *
 * @param bySubmission by the names of submissions, each from 0 to {@link ValueDraw#MAX_SEED}
 */
public record SeedAssignment(Map<String, Long> bySubmission) {

  /** No seed is assigned; submissions state theirs. */
  public static final SeedAssignment NONE = new SeedAssignment(Map.of());

  public SeedAssignment {
    bySubmission = Map.copyOf(bySubmission);
  }

  /** A line of text that can't be used. */
  public static final class InvalidLine extends Exception {
    private static final long serialVersionUID = 1;

    InvalidLine(String message) {
      super(message);
    }
  }

  /**
   * Reads lines such as {@code anna,4711}. Empty lines, lines that begin with {@code #}, and a
   * first line {@code submission,seed} say nothing.
   *
   * @throws InvalidLine if another line isn't a name and a number, or a name is there twice
   */
  public static SeedAssignment parse(String text) throws InvalidLine {
    var seeds = new TreeMap<String, Long>();
    int number = 0;
    for (String line : text.strip().lines().toList()) {
      number++;
      String stripped = line.strip();
      boolean heading = number == 1 && stripped.equals("submission,seed");
      if (stripped.isEmpty() || stripped.startsWith("#") || heading) {
        continue;
      }
      int comma = stripped.lastIndexOf(',');
      String name = comma < 0 ? "" : stripped.substring(0, comma).strip();
      long seed = seed(comma < 0 ? "" : stripped.substring(comma + 1).strip());
      if (name.isEmpty() || seed < 0) {
        throw new InvalidLine(
            "Line %d isn't the name of a submission, a comma and a number from 0 to %d."
                .formatted(number, ValueDraw.MAX_SEED));
      }
      if (seeds.put(name, seed) != null) {
        throw new InvalidLine("Line %d gives a second seed to one submission.".formatted(number));
      }
    }
    return new SeedAssignment(seeds);
  }

  /** The number; -1 if it isn't a seed. */
  private static long seed(String text) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
  }

  /** Whether none is assigned. */
  boolean isEmpty() {
    return bySubmission.isEmpty();
  }

  /**
   * Whether a submission that was graded with a seed is graded with the same one now.
   *
   * @param seed empty for none
   */
  public boolean allows(String submission, String seed) {
    return isEmpty() || Long.toString(assigned(submission).orElse(-1)).equals(seed);
  }

  /** The seed of the learner who handed this in, if one was assigned. */
  public OptionalLong assigned(String submission) {
    Long seed = bySubmission.get(submission);
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }
}
