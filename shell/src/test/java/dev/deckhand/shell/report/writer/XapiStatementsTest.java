package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.grade.Deduction;
import dev.deckhand.grade.Grade;
import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingReport;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class XapiStatementsTest {

  /** The example in the documentation of Python's module uuid. */
  @Test
  void aNameGivesTheSameUuidEverywhere() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(NameUuid.of(dns, "python.org"))
        .isEqualTo(UUID.fromString("886313e1-3b8a-5372-9b90-0c9aee199e5d"));
  }

  @Test
  void aSecondExportHasTheSameIds() {
    List<String> ids = ids(GradeReportFixtures.mixed());

    assertThat(ids).hasSize(3).doesNotHaveDuplicates().isEqualTo(ids(GradeReportFixtures.mixed()));
  }

  @Test
  void aChangedGradeHasOtherIds() {
    GradingReport report = GradeReportFixtures.allPassed();
    Grade grade = report.grade();
    var late =
        new Grade(
            grade.lesson(),
            grade.lessonTitle(),
            grade.submission(),
            grade.steps(),
            List.of(new Deduction("late", 1)),
            List.of());

    assertThat(ids(new GradingReport(late, report.run(), report.context())))
        .doesNotContainAnyElementsOf(ids(report));
  }

  @Test
  void statementsSayWhoDidWhatAndWithWhatScore() {
    JsonNode lesson = statements(GradeReportFixtures.mixed()).getLast();

    assertThat(lesson.at("/actor/account/name").asText()).isEqualTo("grace");
    assertThat(lesson.at("/actor/account/homePage").asText())
        .isEqualTo("https://school.example.org/");
    assertThat(lesson.at("/object/id").asText())
        .isEqualTo("https://lessons.example.org/kubernetes/deployments");
    assertThat(lesson.at("/result").toString())
        .isEqualTo(
            "{\"score\":{\"scaled\":0.2308,\"raw\":3,\"min\":0,\"max\":13},\"success\":false,"
                + "\"duration\":\"PT1M23.456S\"}");
  }

  @Test
  void aStepThatWasNotReachedHasNoStatement() {
    assertThat(statements(GradeReportFixtures.mixed()))
        .extracting(statement -> statement.at("/object/id").asText())
        .containsExactly(
            "https://lessons.example.org/kubernetes/deployments#step-1",
            "https://lessons.example.org/kubernetes/deployments#step-2",
            "https://lessons.example.org/kubernetes/deployments");
  }

  private static List<String> ids(GradingReport report) {
    return statements(report).stream().map(statement -> statement.get("id").asText()).toList();
  }

  private static List<JsonNode> statements(GradingReport report) {
    return WrittenReport.text(ReportFormat.XAPI, report).lines().map(WrittenReport::tree).toList();
  }
}
