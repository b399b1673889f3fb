package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.ReportResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A judge that failed, and a grade that isn't complete, never look like a learner's points. */
class NotGradedReportsTest {

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "CHECK50", "PRAIRIELEARN"})
  void noDocumentHasPointsOrAVerdict(String format) {
    JsonNode document =
        WrittenReport.tree(
            WrittenReport.text(ReportFormat.valueOf(format), GradeReportFixtures.notGraded()));

    assertThat(document.findValues("score")).isEmpty();
    assertThat(document.findValues("points")).isEmpty();
    assertThat(document.findValues("passed")).isEmpty();
    assertThat(document.toString()).contains("Docker is not reachable");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"GRADESCOPE", "CLASSROOM50", "XAPI", "HTML", "PDF"})
  void whatCannotSaySoIsWithheld(ReportFormat format) {
    assertThat(ReportWriters.write(format, GradeReportFixtures.notGraded()))
        .isInstanceOfSatisfying(
            ReportResult.Withheld.class,
            withheld -> assertThat(withheld.reason()).contains("Docker is not reachable"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"GRADESCOPE", "CLASSROOM50"})
  void anIncompleteGradeIsWithheldWhereItWouldBeRecorded(ReportFormat format) {
    assertThat(
            ReportWriters.write(format, new GradingOutcome.Graded(GradeReportFixtures.undecided())))
        .isInstanceOf(ReportResult.Withheld.class);
  }

  @Test
  void prairieLearnCountsNoAttempt() {
    JsonNode document =
        WrittenReport.tree(ReportFormat.PRAIRIELEARN, GradeReportFixtures.undecided());

    assertThat(document.get("gradable").asBoolean(true)).isFalse();
    assertThat(document.has("score")).isFalse();
    assertThat(document.get("format_errors").toString())
        .contains("Step 2, It has three replicas: The cluster didn't answer. Grade it again.");
  }

  @Test
  void check50HasNoVerdictOnWhatIsNotDecided() {
    JsonNode results =
        WrittenReport.tree(ReportFormat.CHECK50, GradeReportFixtures.undecided()).get("results");

    assertThat(results.get(1).get("passed").isNull()).isTrue();
    assertThat(results.get(1).at("/cause/error/value").asText())
        .isEqualTo("The cluster didn't answer.");
    JsonNode notReached =
        WrittenReport.tree(ReportFormat.CHECK50, GradeReportFixtures.mixed()).get("results").get(6);
    assertThat(notReached.get("passed").isNull()).isTrue();
    assertThat(notReached.get("dependency").asText()).isEqualTo("step-2-hidden-failed");
    assertThat(notReached.at("/cause/error").isMissingNode()).isTrue();
  }

  @Test
  void statementsOfWhatIsNotDecidedHaveNoScoreAndNoSuccess() {
    var verbs = new ArrayList<String>();
    WrittenReport.text(ReportFormat.XAPI, GradeReportFixtures.undecided())
        .lines()
        .map(WrittenReport::tree)
        .forEach(statement -> {
          String verb = statement.at("/verb/display/en").asText();
          verbs.add(verb);
          boolean isDecided = !verb.equals("terminated");
          assertThat(statement.at("/result").has("score")).isEqualTo(isDecided);
          assertThat(statement.at("/result").has("success")).isEqualTo(isDecided);
        });
    assertThat(verbs).containsExactly("passed", "terminated", "passed", "terminated");
  }

  @Test
  void aGradeBookHasNoPointsForThem() {
    List<String> lines =
        WrittenReport.text(
                ReportWriters.writeClass(
                    ReportFormat.CSV,
                    new ArrayList<>(GradeReportFixtures.outcomes().values()),
                    _ -> ""))
            .lines()
            .toList();

    assertThat(lines.get(3)).startsWith("linus,kubernetes/deployments,undecided,,9,,1.9,,1.9,5,");
    assertThat(lines.get(4)).startsWith("alan,kubernetes/deployments,not graded,,,,,,,,");
  }

  @Test
  void anErrorIsNoFailureInJUnit() {
    assertThat(WrittenReport.text(ReportFormat.JUNIT, GradeReportFixtures.notGraded()))
        .contains("tests=\"1\" failures=\"0\" errors=\"1\"");
    assertThat(WrittenReport.text(ReportFormat.JUNIT, GradeReportFixtures.undecided()))
        .contains("tests=\"4\" failures=\"0\" errors=\"2\" skipped=\"0\"");
  }
}
