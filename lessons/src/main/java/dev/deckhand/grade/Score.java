package dev.deckhand.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Points, exact to a hundredth: weights are whole numbers, and deductions are whole percents.
 *
 * @param earned after deductions, 0 to {@code possible}
 * @param possible the sum of all weights
 * @param undecided how many points a person has yet to decide on; they are in none of the others
 *     except {@code possible}
 */
public record Score(BigDecimal earned, BigDecimal possible, BigDecimal undecided) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal JUST_BELOW_ONE = new BigDecimal("0.9999");

  /** Adds up steps, and takes off the deductions, which together are at most 100 percent. */
  static Score of(List<StepGrade> steps, List<Deduction> deductions) {
    int kept = keptPercent(deductions);
    List<TaskGrade> tasks = steps.stream().flatMap(step -> step.tasks().stream()).toList();
    return new Score(
        share(tasks.stream().mapToLong(TaskGrade::earned).sum(), kept),
        plain(BigDecimal.valueOf(tasks.stream().mapToLong(TaskGrade::weight).sum())),
        share(tasks.stream().mapToLong(TaskGrade::undecided).sum(), kept));
  }

  static int keptPercent(List<Deduction> deductions) {
    long taken = deductions.stream().mapToLong(Deduction::percent).sum();
    return (int) (100 - Math.min(100, taken));
  }

  /** A percentage of points, which is exact to a hundredth. */
  static BigDecimal share(long points, int percent) {
    return plain(BigDecimal.valueOf(points).multiply(BigDecimal.valueOf(percent)).divide(HUNDRED));
  }

  /** Without zeros at the end, and never in scientific notation. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
  }

  /**
   * The earned points for formats that have whole points only: rounded to the nearest whole number,
   * halves up. Never more than {@code possible}.
   */
  public int wholePoints() {
    return earned.setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  /**
   * The earned part of the possible points, 0 to 1, to four decimals, rounded half up. It's 1 only
   * if all points are earned: 19,999.9 of 20,000 points are 0.9999. It's 0 if there are no points.
   */
  public BigDecimal fraction() {
    return fraction(earned, possible);
  }

  /** A part of points, by the same rule. */
  public static BigDecimal fraction(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal rounded = part.divide(whole, 4, RoundingMode.HALF_UP);
    boolean onlyRoundedToOne = rounded.compareTo(BigDecimal.ONE) >= 0 && part.compareTo(whole) < 0;
    return onlyRoundedToOne ? JUST_BELOW_ONE : plain(rounded);
  }
}
