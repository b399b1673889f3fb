package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenTasksInReportsTest {

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"JSON", "CSV", "CLASS_PAGE", "GRADESCOPE"})
  void whatLearnersReadSaysNothingOfHiddenTasks(ReportFormat format) {
    for (var report : List.of(GradeReportFixtures.mixed(), GradeReportFixtures.undecided())) {
      assertThat(WrittenReport.text(format, report))
          .as(format.id())
          .isNotEmpty()
          .doesNotContainIgnoringCase(GradeReportFixtures.SECRET);
    }
  }

  @Test
  void gradescopeShowsHiddenTestsToInstructorsAlone() {
    JsonNode document = WrittenReport.tree(ReportFormat.GRADESCOPE, GradeReportFixtures.mixed());
    int hidden = 0;
    for (JsonNode test : document.get("tests")) {
      boolean isHidden = test.get("visibility").asText().equals("hidden");
      assertThat(test.toString().contains(GradeReportFixtures.SECRET)).isEqualTo(isHidden);
      hidden += isHidden ? 1 : 0;
    }

    assertThat(hidden).isEqualTo(2);
    assertThat(document.toString()).doesNotContain("wasn't reached.\",\"visibility\":\"hidden");
    assertThat(document.get("output").asText()).doesNotContain(GradeReportFixtures.SECRET);
    assertThat(document.get("extra_data").toString()).doesNotContain(GradeReportFixtures.SECRET);
    assertThat(document.get("stdout_visibility").asText()).isEqualTo("hidden");
  }

  @Test
  void instructorsReadEverything() {
    var mixed = new GradingOutcome.Graded(GradeReportFixtures.mixed());

    assertThat(WrittenReport.text(ReportFormat.JSON, mixed))
        .contains(GradeReportFixtures.SECRET + " is safe");
    assertThat(WrittenReport.text(ReportFormat.CLASS_PAGE, mixed))
        .contains(GradeReportFixtures.SECRET + " is safe (hidden)");
    assertThat(WrittenReport.text(ReportFormat.CSV, GradeReportFixtures.undecided()))
        .contains(GradeReportFixtures.SECRET + " is gone.");
  }
}
