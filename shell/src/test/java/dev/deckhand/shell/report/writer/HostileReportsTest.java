package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Whatever the texts are, a reader of the format takes them for texts. */
class HostileReportsTest {

  static Stream<String> texts() {
    return GradeReportFixtures.HOSTILE.stream();
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noFormatHasControlCharactersOrInvalidUnicode(ReportFormat format) {
    for (String text : GradeReportFixtures.HOSTILE) {
      String written = WrittenReport.text(format, GradeReportFixtures.hostile(text));
      assertThat(written.replace("\r\n", "\n").codePoints())
          .as(format.id())
          .noneMatch(point ->
              (Character.isISOControl(point) && point != '\n' && point != '\t')
                  || Character.getType(point) == Character.SURROGATE
                  || (point & 0xfffe) == 0xfffe
                  || (point >= 0x202a && point <= 0x202e)
                  || (point >= 0x2066 && point <= 0x2069));
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void documentsOfJsonHaveTheirOwnFieldsOnly(String text) {
    GradingReport plain = GradeReportFixtures.hostile("plain");
    GradingReport hostile = GradeReportFixtures.hostile(text);
    for (ReportFormat format :
        List.of(
            ReportFormat.JSON,
            ReportFormat.GRADESCOPE,
            ReportFormat.CLASSROOM50,
            ReportFormat.CHECK50,
            ReportFormat.PRAIRIELEARN)) {
      assertThat(shape(WrittenReport.tree(format, hostile)))
          .isEqualTo(shape(WrittenReport.tree(format, plain)));
    }
    assertThat(WrittenReport.text(ReportFormat.XAPI, hostile).split("\n")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyLineOfAnnotationsIsACommandOfOurs(String text) {
    assertThat(
            WrittenReport.text(ReportFormat.GITHUB_ANNOTATIONS, GradeReportFixtures.hostile(text)))
        .matches("(::(error|warning|notice) title=[^:,\n\r]*::[^\n\r]*\n){3}");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noCellIsAFormulaAndEveryRowHasAsManyCells(String text) {
    String csv = WrittenReport.text(ReportFormat.CSV, GradeReportFixtures.hostile(text));
    List<List<String>> rows = CsvRows.read(csv);

    assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row).hasSize(9));
    assertThat(rows.stream().flatMap(List::stream))
        .noneMatch(cell -> cell.matches("(?s)[=+@\t\r].*|-.+"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void pagesHaveNoElementsOfTheText(String text) {
    for (ReportFormat format : List.of(ReportFormat.HTML, ReportFormat.CLASS_PAGE)) {
      Document plain =
          Jsoup.parse(WrittenReport.text(format, GradeReportFixtures.hostile("plain")));
      Document page = Jsoup.parse(WrittenReport.text(format, GradeReportFixtures.hostile(text)));

      assertThat(page.select("script, img, iframe, form, a[href^=javascript]")).isEmpty();
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("li").size()).isEqualTo(plain.select("li").size());
      assertThat(page.select("tr").size()).isEqualTo(plain.select("tr").size());
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theSummaryHasOneTableAndNoMarkupOfTheText(String text) {
    String summary =
        WrittenReport.text(ReportFormat.GITHUB_SUMMARY, GradeReportFixtures.hostile(text));
    List<String> lines = summary.lines().toList();
    List<String> rows = lines.stream().filter(line -> line.startsWith("| 1 |")).toList();

    assertThat(rows).hasSize(3);
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.replace("\\\\", "").replace("\\|", "").split("\\|")).hasSize(6));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("# ") || line.startsWith("- item"))
        .allSatisfy(line -> assertThat(insideFence(lines, line)).isTrue());
    assertThat(summary.replace("<br>", "").replaceAll("(?s)```.*```", ""))
        .doesNotContain("<script", "<details><h1", "](", "@somebody", "http://");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void xmlIsWellFormedAndCountsItsCases(String text) throws Exception {
    String xml = WrittenReport.text(ReportFormat.JUNIT, GradeReportFixtures.hostile(text));
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));

    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void reportsStayWithinTheLimitsOfTheirReaders() {
    String big = "🚀".repeat(400);
    var task = GradeReportFixtures.hostile(big).grade().steps().getFirst().tasks().get(1);
    var tasks = Collections.nCopies(500, task);
    var grade = GradeReportFixtures.hostile("x").grade();
    GradingReport report =
        GradeReportFixtures.report(
            new Grade(
                grade.lesson(),
                "Big",
                "ada",
                List.of(new StepGrade(1, "Big", tasks, List.of())),
                List.of(),
                List.of()));

    String json = WrittenReport.text(ReportFormat.PRAIRIELEARN, report);
    assertThat(json.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(PrairieLearnResults.MAX_BYTES);
    assertThat(WrittenReport.tree(json).get("tests").size()).isEqualTo(500);
    assertThat(WrittenReport.text(ReportFormat.GITHUB_ANNOTATIONS, report).lines())
        .hasSize(11)
        .contains("::error title=More::491 more of this kind.");
    String summary =
        WrittenReport.text(
            ReportWriters.writeClass(
                ReportFormat.GITHUB_SUMMARY,
                Collections.nCopies(3, new GradingOutcome.Graded(report)),
                _ -> ""));
    assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
    assertThat(summary.lines().filter(line -> line.startsWith("## "))).hasSize(3);
  }

  private static boolean insideFence(List<String> lines, String line) {
    int at = lines.indexOf(line);
    return lines.subList(0, at).stream().anyMatch(one -> one.matches("`{3,}text"));
  }

  /** The names of all fields, without their values. */
  private static List<String> shape(JsonNode node) {
    var names = new ArrayList<String>();
    if (node.isObject()) {
      node.fieldNames()
          .forEachRemaining(name -> {
            names.add(name);
            names.addAll(shape(node.get(name)));
          });
    }
    node.elements()
        .forEachRemaining(child -> {
          if (node.isArray()) {
            names.add("[");
            names.addAll(shape(child));
          }
        });
    return names;
  }
}
