package dev.deckhand.grade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What help and lateness cost, in percent of the earned points. Deductions add up, to 100 percent
 * at most.
 *
 * @param hint for each hint, 0 to 100
 * @param solution for each step whose solution was shown, 0 to 100
 * @param lateDay for each day, begun or whole, after the due time, 0 to 100
 * @param grace how long after the due time nothing is taken off
 */
public record GradingPolicy(int hint, int solution, int lateDay, Duration grace) {

  /** Nothing costs anything. */
  public static final GradingPolicy FREE = new GradingPolicy(0, 0, 0, Duration.ZERO);

  public GradingPolicy {
    for (int percent : new int[] {hint, solution, lateDay}) {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("a cost is 0 to 100 percent: " + percent);
      }
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("a time of grace isn't negative: " + grace);
    }
  }

  /**
   * The deductions for a submission; none that are zero.
   *
   * @param hints how many were taken
   * @param solutions how many steps had their solution shown
   * @param late how long after the due time it was handed in; zero or less if in time
   */
  public List<Deduction> deductions(int hints, int solutions, Duration late) {
    var deductions = new ArrayList<Deduction>();
    add(deductions, count(hints, "hint", "hints"), hint, hints);
    add(deductions, count(solutions, "solution shown", "solutions shown"), solution, solutions);
    if (late.compareTo(grace) > 0) {
      long days = late.minusNanos(1).toDays() + 1;
      add(deductions, count(days, "day late", "days late"), lateDay, days);
    }
    return deductions;
  }

  private static void add(List<Deduction> deductions, String reason, int percent, long count) {
    int sum = (int) Math.min(100, percent * Math.min(count, 100));
    if (sum > 0) {
      deductions.add(new Deduction(reason, sum));
    }
  }

  private static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
