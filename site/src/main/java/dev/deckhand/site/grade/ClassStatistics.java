package dev.deckhand.site.grade;

import dev.deckhand.check.Verdict;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a class did well, and what not. Only what was judged counts. */
final class ClassStatistics {

  private ClassStatistics() {}

  /**
   * A step over all grades.
   *
   * @param passed how many solved all of its tasks
   * @param decided in how many grades all of its tasks were judged
   */
  record StepRate(int number, String title, int passed, int decided) {}

  /**
   * A task over all grades.
   *
   * @param failed how often it wasn't solved
   * @param judged how often it was judged; where it wasn't reached it wasn't
   * @param usually the finding that is most frequent, in a sentence
   */
  record TaskRate(int step, String title, boolean hidden, int failed, int judged, String usually) {}

  /** Returns the rate of each step, in order. */
  static List<StepRate> steps(List<Grade> grades) {
    var titles = new TreeMap<Integer, String>();
    var passed = new HashMap<Integer, Integer>();
    var decided = new HashMap<Integer, Integer>();
    for (Grade grade : grades) {
      for (StepGrade step : grade.steps()) {
        titles.putIfAbsent(step.written(), step.title());
        if (step.isFinal()) {
          decided.merge(step.written(), 1, Integer::sum);
          passed.merge(step.written(), step.isPassed() ? 1 : 0, Integer::sum);
        }
      }
    }
    return titles.entrySet().stream()
        .map(step ->
            new StepRate(
                step.getKey(),
                step.getValue(),
                passed.getOrDefault(step.getKey(), 0),
                decided.getOrDefault(step.getKey(), 0)))
        .toList();
  }

  /**
   * Returns the tasks that failed most often, at most so many; those that never did aren't in it.
   */
  static List<TaskRate> mostFailed(List<Grade> grades, int most) {
    var tallies = new LinkedHashMap<String, Tally>();
    for (Grade grade : grades) {
      for (StepGrade step : grade.steps()) {
        for (TaskGrade task : step.tasks()) {
          tallies.computeIfAbsent(task.id(), _ -> new Tally(step.written(), task)).add(task);
        }
      }
    }
    return tallies.values().stream()
        .map(Tally::rate)
        .filter(rate -> rate.failed() > 0)
        .sorted(
            Comparator.comparingInt(TaskRate::failed)
                .reversed()
                .thenComparingInt(TaskRate::step)
                .thenComparing(TaskRate::title))
        .limit(most)
        .toList();
  }

  private static final class Tally {

    private final int step;
    private final TaskGrade first;
    private final Map<String, Integer> findings = new LinkedHashMap<>();
    private int failed;
    private int judged;

    Tally(int step, TaskGrade first) {
      this.step = step;
      this.first = first;
    }

    void add(TaskGrade task) {
      switch (task.outcome()) {
        case Outcome.Passed() -> judged++;
        case Outcome.Failed(var found) -> {
          judged++;
          failed++;
          found.stream()
              .map(Verdict.Finding::sentence)
              .forEach(one -> findings.merge(one, 1, Integer::sum));
        }
        case Outcome.Undecided _, Outcome.NotReached _ -> {}
      }
    }

    TaskRate rate() {
      var frequent = new ArrayList<>(findings.entrySet());
      frequent.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
      String usually = frequent.isEmpty() ? "" : frequent.getFirst().getKey();
      return new TaskRate(step, first.title(), first.hidden(), failed, judged, usually);
    }
  }
}
