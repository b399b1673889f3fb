package dev.deckhand.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The points of each task for formats that have whole points only.
 *
 * <p>The total is {@link Score#wholePoints}, and the tasks add up to it: each solved task gets the
 * whole part of its share, and the points that are left go to the tasks with the largest fractions,
 * the earlier one first where they're equal (the largest remainder method). So no task gets more
 * than its weight, or less than a point below its exact share.
 */
public final class WholePoints {

  private WholePoints() {}

  /** Returns the points of each task, in the order of {@link Grade#tasks}. */
  public static List<Integer> of(Grade grade) {
    List<TaskGrade> tasks = grade.tasks().toList();
    long total = grade.score().wholePoints();
    long earned = tasks.stream().mapToLong(TaskGrade::earned).sum();
    if (earned == 0) {
      return tasks.stream().map(_ -> 0).toList();
    }
    var points = new ArrayList<Integer>();
    tasks.forEach(task -> points.add((int) (task.earned() * total / earned)));
    long left = total - points.stream().mapToLong(Integer::longValue).sum();
    Comparator<Integer> largestFraction =
        Comparator.comparingLong(i -> -(tasks.get(i).earned() * total % earned));
    IntStream.range(0, tasks.size())
        .boxed()
        .sorted(largestFraction)
        .limit(left)
        .forEach(i -> points.set(i, points.get(i) + 1));
    return points;
  }
}
