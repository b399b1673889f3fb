package dev.deckhand.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.LessonId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {

  private static final Outcome PASSED = new Outcome.Passed();
  private static final Outcome UNDECIDED = new Outcome.Undecided("No answer.", "Run it again.");
  private static final Outcome NOT_REACHED = new Outcome.NotReached("Step 1 ran out of time.");
  private static final Outcome FAILED =
      new Outcome.Failed(
          List.of(new Verdict.Finding("Pod \"secret\"", "spec.x", "1", "2", List.of("a cause"))));

  @Test
  void pointsAreExactToAHundredth() {
    Score score = grade(deductions(7, 10), task(3, PASSED), task(4, FAILED)).score();

    assertThat(score.earned()).isEqualTo(new BigDecimal("2.49"));
    assertThat(score.possible()).isEqualTo(new BigDecimal("7"));
    assertThat(score.undecided()).isZero();
    assertThat(grade(deductions(50), task(40, PASSED)).score().earned().toString()).isEqualTo("20");
  }

  @Test
  void deductionsTogetherAreAtMostEverything() {
    Grade grade = grade(deductions(80, 90), task(5, PASSED), task(2, UNDECIDED));

    assertThat(grade.keptPercent()).isZero();
    assertThat(grade.score()).isEqualTo(score("0", "7", "0"));
    assertThatThrownBy(() -> new Deduction("late", 101))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void undecidedPointsAreNeitherEarnedNorLost() {
    Grade grade = grade(deductions(10), task(3, PASSED), task(5, UNDECIDED), task(2, FAILED));

    assertThat(grade.score()).isEqualTo(score("2.7", "10", "4.5"));
    assertThat(grade.isFinal()).isFalse();
    assertThat(grade.isPassed()).isFalse();
    assertThat(grade(deductions(), task(1, PASSED), task(1, FAILED)).isFinal()).isTrue();
    assertThat(grade(deductions(), task(1, NOT_REACHED)).isFinal()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 50, 1", // 0.5
    "1, 51, 0", // 0.49
    "3, 50, 2", // 1.5
    "5, 50, 3", // 2.5, not to the even neighbour
    "10, 0, 10",
    "10, 100, 0"
  })
  void wholePointsAreRoundedHalfUp(int weight, int percent, int whole) {
    assertThat(grade(deductions(percent), task(weight, PASSED)).score().wholePoints())
        .isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 0.3333",
    "2, 3, 0.6667",
    "3, 3, 1",
    "0, 3, 0",
    "0, 0, 0",
    "199999, 200000, 0.9999"
  })
  void aFractionIsOneOnlyIfAllPointsAreEarned(BigDecimal part, BigDecimal whole, String fraction) {
    assertThat(Score.fraction(part, whole).toPlainString()).isEqualTo(fraction);
  }

  @Test
  void wholePointsOfTasksAddUpToTheTotal() {
    assertThat(WholePoints.of(grade(deductions(10), task(3, PASSED), task(3, PASSED))))
        .containsExactly(3, 2);
    var random = new Random(11);
    for (int round = 0; round < 500; round++) {
      Grade grade = randomGrade(random);
      List<Integer> points = WholePoints.of(grade);
      List<TaskGrade> tasks = grade.tasks().toList();

      assertThat(points).hasSameSizeAs(tasks);
      assertThat(points.stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(grade.score().wholePoints());
      for (int i = 0; i < tasks.size(); i++) {
        assertThat(points.get(i)).isBetween(0, tasks.get(i).earned());
      }
    }
  }

  @Test
  void exactPointsOfTasksAndStepsAddUpToTheScore() {
    var random = new Random(12);
    for (int round = 0; round < 500; round++) {
      Grade grade = randomGrade(random);

      assertThat(grade.tasks().map(grade::counted).reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(grade.score().earned());
      assertThat(
              grade.steps().stream().map(grade::counted).reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(grade.score().earned());
      assertThat(grade.score().earned().add(grade.score().undecided()))
          .isLessThanOrEqualTo(grade.score().possible());
    }
  }

  @Test
  void aLearnerReadsNothingOfHiddenTasksButTheirPoints() {
    var step =
        new StepGrade(
            2,
            "Serve",
            List.of(
                hidden("h1", 2, FAILED),
                task(1, PASSED),
                hidden("h2", 3, FAILED),
                hidden("h3", 1, UNDECIDED),
                hidden("h4", 4, PASSED),
                hidden("h5", 1, NOT_REACHED)),
            List.of());
    Grade grade = of(List.of(step), deductions(10));
    Grade seen = grade.forLearner();

    assertThat(seen.toString())
        .doesNotContain("Secret title", "secret", "spec.x", "a cause", "No answer", "Step 1 ran");
    assertThat(seen.tasks())
        .extracting(TaskGrade::id, TaskGrade::title, TaskGrade::weight, TaskGrade::hidden)
        .containsExactly(
            Tuple.tuple("t", "Title", 1, false),
            Tuple.tuple("step-2-hidden-passed", "1 hidden check", 4, true),
            Tuple.tuple("step-2-hidden-failed", "2 hidden checks", 5, true),
            Tuple.tuple("step-2-hidden-undecided", "1 hidden check", 1, true),
            Tuple.tuple("step-2-hidden-not-reached", "1 hidden check", 1, true));
    assertThat(seen.score()).isEqualTo(grade.score());
  }

  @Test
  void whatALearnerReadsHasTheSameScore() {
    var random = new Random(13);
    for (int round = 0; round < 500; round++) {
      Grade grade = randomGrade(random);

      assertThat(grade.forLearner().score()).isEqualTo(grade.score());
      assertThat(grade.forLearner().isFinal()).isEqualTo(grade.isFinal());
      assertThat(grade.forLearner().isPassed()).isEqualTo(grade.isPassed());
    }
  }

  @Test
  void aStepIsReachedIfAnyTaskOfItIs() {
    var tasks = List.of(task(1, NOT_REACHED), task(2, FAILED));

    assertThat(new StepGrade(1, "A", tasks, List.of()).isReached()).isTrue();
    assertThat(new StepGrade(1, "A", tasks.subList(0, 1), List.of()).isReached()).isFalse();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> task(0, PASSED)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Outcome.Failed(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Grade randomGrade(Random random) {
    var steps = new ArrayList<StepGrade>();
    for (int number = 1; number <= 1 + random.nextInt(4); number++) {
      var tasks = new ArrayList<TaskGrade>();
      for (int i = 0; i < random.nextInt(5); i++) {
        Outcome outcome =
            List.of(PASSED, PASSED, FAILED, UNDECIDED, NOT_REACHED).get(random.nextInt(5));
        int weight = 1 + random.nextInt(random.nextBoolean() ? 3 : 100);
        tasks.add(
            new TaskGrade(
                number + "." + i,
                TaskGrade.Kind.CHECK,
                "T",
                weight,
                random.nextBoolean(),
                outcome));
      }
      steps.add(new StepGrade(number, "S", tasks, List.of()));
    }
    return of(steps, deductions(random.nextInt(60), random.nextInt(60)));
  }

  private static Grade grade(List<Deduction> deductions, TaskGrade... tasks) {
    return of(List.of(new StepGrade(1, "Step", List.of(tasks), List.of())), deductions);
  }

  private static Grade of(List<StepGrade> steps, List<Deduction> deductions) {
    return new Grade(LessonId.of("a/b"), "Lesson", "ada", steps, deductions, List.of());
  }

  private static TaskGrade task(int weight, Outcome outcome) {
    return new TaskGrade("t", TaskGrade.Kind.CHECK, "Title", weight, false, outcome);
  }

  private static TaskGrade hidden(String id, int weight, Outcome outcome) {
    return new TaskGrade(id, TaskGrade.Kind.CHECK, "Secret title", weight, true, outcome);
  }

  private static List<Deduction> deductions(int... percents) {
    return Arrays.stream(percents).mapToObj(one -> new Deduction("late", one)).toList();
  }

  private static Score score(String earned, String possible, String undecided) {
    return new Score(new BigDecimal(earned), new BigDecimal(possible), new BigDecimal(undecided));
  }
}
