package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written as JSON is valid by the schema of its format. */
class ReportSchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Path FOREIGN = Path.of("src/test/resources/report");

  private static final Map<ReportFormat, Path> SCHEMAS =
      Map.of(
          ReportFormat.JSON, Path.of("../docs/grading/grade.schema.json"),
          ReportFormat.GRADESCOPE, FOREIGN.resolve("gradescope.schema.json"),
          ReportFormat.CLASSROOM50, FOREIGN.resolve("classroom50.schema.json"),
          ReportFormat.CHECK50, FOREIGN.resolve("check50.schema.json"),
          ReportFormat.PRAIRIELEARN, FOREIGN.resolve("prairielearn.schema.json"),
          ReportFormat.XAPI, FOREIGN.resolve("xapi-statement.schema.json"));

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"JSON", "GRADESCOPE", "CLASSROOM50", "CHECK50", "PRAIRIELEARN", "XAPI"})
  void everyReportIsValid(ReportFormat format) {
    int documents = 0;
    for (GradingOutcome outcome : outcomes()) {
      for (JsonNode document : documents(format, outcome)) {
        assertThat(schema(format).validate(document)).as(document.toPrettyString()).isEmpty();
        documents++;
      }
    }
    assertThat(documents).isGreaterThan(100);
  }

  @Test
  void aClassAndErrorsAreOneValidDocument() {
    var outcomes = new ArrayList<>(GradeReportFixtures.outcomes().values());
    outcomes.add(
        new GradingOutcome.NotGraded("", "", GradingOutcome.Kind.INTERNAL, "A fault.", "Tell us."));

    JsonNode document = WrittenReport.tree(ReportWriters.json(outcomes));

    assertThat(schema(ReportFormat.JSON).validate(document)).isEmpty();
    assertThat(document.at("/summary").toString())
        .isEqualTo("{\"final\":2,\"undecided\":1,\"notGraded\":2}");
    assertThat(document.at("/results").size()).isEqualTo(4);
    assertThat(document.at("/errors").size()).isEqualTo(1);
    JsonNode nothing = WrittenReport.tree(ReportWriters.json(List.of()));
    assertThat(schema(ReportFormat.JSON).validate(nothing)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"JSON", "GRADESCOPE", "CLASSROOM50", "CHECK50", "PRAIRIELEARN", "XAPI"})
  void theSchemaIsASchema(ReportFormat format) {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    assertThat(meta.validate(WrittenReport.tree(read(format)))).isEmpty();
  }

  /** A schema that accepts everything would pass all other tests. */
  @ParameterizedTest
  @CsvSource({
    "JSON, /results/0, score",
    "JSON, /results/0/steps/0/tasks/0, outcome",
    "JSON, '', errors",
    "GRADESCOPE, /tests/0, status",
    "GRADESCOPE, '', tests",
    "CLASSROOM50, '', owner",
    "CLASSROOM50, /tests/0, passed",
    "CHECK50, /results/0, passed",
    "CHECK50, '', results",
    "PRAIRIELEARN, '', score",
    "PRAIRIELEARN, /tests/0, points",
    "XAPI, '', actor",
    "XAPI, /actor/account, homePage"
  })
  void whatLacksSomethingIsNotValid(ReportFormat format, String where, String field) {
    JsonNode document =
        documents(format, new GradingOutcome.Graded(GradeReportFixtures.mixed())).getFirst();
    assertThat(schema(format).validate(document)).isEmpty();

    ((ObjectNode) document.at(where)).remove(field);

    assertThat(schema(format).validate(document)).extracting(Error::getKeyword).isNotEmpty();
  }

  @Test
  void aJudgeThatFailedHasNoPointsInOurSchema() {
    JsonNode document = documents(ReportFormat.JSON, GradeReportFixtures.notGraded()).getFirst();
    assertThat(schema(ReportFormat.JSON).validate(document)).isEmpty();

    ((ObjectNode) document.at("/results/0")).putObject("score").put("earned", 0);

    assertThat(schema(ReportFormat.JSON).validate(document)).isNotEmpty();
  }

  private static List<GradingOutcome> outcomes() {
    var outcomes = new ArrayList<>(GradeReportFixtures.outcomes().values());
    GradeReportFixtures.HOSTILE.forEach(text -> {
      outcomes.add(new GradingOutcome.Graded(GradeReportFixtures.hostile(text)));
      outcomes.add(
          new GradingOutcome.NotGraded("x" + text, text, GradingOutcome.Kind.LAB_LOST, text, text));
    });
    var random = new Random(3);
    for (int i = 0; i < 100; i++) {
      outcomes.add(new GradingOutcome.Graded(GradeReportFixtures.random(random, i % 5 > 0)));
    }
    return outcomes;
  }

  /** The documents; none if the report is withheld. */
  private static List<JsonNode> documents(ReportFormat format, GradingOutcome outcome) {
    String text = WrittenReport.text(format, outcome);
    if (text.startsWith("withheld: ")) {
      return List.of();
    }
    return format == ReportFormat.XAPI
        ? text.lines().map(WrittenReport::tree).toList()
        : List.of(WrittenReport.tree(text));
  }

  private static Schema schema(ReportFormat format) {
    return REGISTRY.getSchema(read(format));
  }

  private static String read(ReportFormat format) {
    try {
      return Files.readString(Objects.requireNonNull(SCHEMAS.get(format)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
