package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader adds up is the total, whatever is taken off, hidden, or not reached. */
class PointSumsTest {

  private static final int ROUNDS = 300;

  @ParameterizedTest
  @CsvSource({
    "GRADESCOPE, tests, score, max_score",
    "CLASSROOM50, tests, score, max-score",
    "PRAIRIELEARN, tests, points, max_points"
  })
  void theTestsAddUpToTheTotal(ReportFormat format, String tests, String score, String most) {
    var random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      GradingReport report = GradeReportFixtures.random(random, true);
      JsonNode document = WrittenReport.tree(format, report);
      BigDecimal earned = report.grade().score().earned();
      BigDecimal total =
          format == ReportFormat.CLASSROOM50
              ? BigDecimal.valueOf(report.grade().score().wholePoints())
              : earned;

      assertThat(sum(document.get(tests), score)).isEqualByComparingTo(total);
      assertThat(document.get(tests))
          .allSatisfy(test ->
              assertThat(test.get(score).decimalValue())
                  .isLessThanOrEqualTo(test.get(most).decimalValue()));
      boolean isLeftOut = format == ReportFormat.GRADESCOPE; // hidden tests that weren't reached
      if (!isLeftOut) {
        assertThat(sum(document.get(tests), most))
            .isEqualByComparingTo(report.grade().score().possible());
      }
    }
  }

  @Test
  void columnsOfAGradeBookAreTheStepsOfTheFileWhateverTheOrder() {
    var solved = new TaskGrade("1.1", TaskGrade.Kind.CHECK, "A", 1, false, new Outcome.Passed());
    var missed =
        new TaskGrade(
            "2.1", TaskGrade.Kind.CHECK, "B", 1, false, new Outcome.NotReached("Not there."));
    List<List<String>> rows =
        CsvRows.read(
            GradeBookCsv.write(
                List.of(
                    graded(
                        new StepGrade(1, 1, "Bell", List.of(solved), List.of()),
                        new StepGrade(2, 2, "Store", List.of(missed), List.of())),
                    graded(
                        new StepGrade(1, 2, "Store", List.of(missed), List.of()),
                        new StepGrade(2, 1, "Bell", List.of(solved), List.of())))));

    assertThat(rows.get(0).subList(6, 8)).containsExactly("step 1: Bell", "step 2: Store");
    assertThat(rows.get(1).subList(6, 8)).containsExactly("1", "0");
    assertThat(rows.get(2).subList(6, 8)).containsExactly("1", "0");
  }

  private static GradingOutcome graded(StepGrade... steps) {
    return new GradingOutcome.Graded(
        GradeReportFixtures.report(
            new Grade(LessonId.of("a/b"), "Lesson", "ada", List.of(steps), List.of(), List.of())));
  }

  @Test
  void stepsOfAGradeBookAddUpToThePoints() {
    var random = new Random(6);
    for (int round = 0; round < ROUNDS; round++) {
      GradingReport report = GradeReportFixtures.random(random, true);
      String row =
          WrittenReport.text(ReportFormat.CSV, report).lines().skip(1).findFirst().orElseThrow();
      String[] cells = row.split(",", -1);
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 6; i < cells.length - 2; i++) {
        sum = sum.add(new BigDecimal(cells[i]));
      }

      assertThat(sum).isEqualByComparingTo(cells[3]);
      assertThat(cells[3]).isEqualTo(report.grade().score().earned().toPlainString());
    }
  }

  @Test
  void ourJsonAddsUpInBothWays() {
    var random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      GradingReport report = GradeReportFixtures.random(random, round % 2 == 0);
      JsonNode result = WrittenReport.tree(ReportFormat.JSON, report).at("/results/0");
      BigDecimal tasks = BigDecimal.ZERO;
      for (JsonNode step : result.get("steps")) {
        tasks = tasks.add(sum(step.get("tasks"), "counted"));
      }

      assertThat(tasks).isEqualByComparingTo(result.at("/score/earned").decimalValue());
      assertThat(sum(result.get("steps"), "counted")).isEqualByComparingTo(tasks);
    }
  }

  private static BigDecimal sum(JsonNode rows, String field) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      sum = sum.add(new BigDecimal(row.get(field).asText()));
    }
    return sum;
  }
}
