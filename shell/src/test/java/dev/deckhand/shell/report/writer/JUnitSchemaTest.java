package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.shell.junit.JUnitCase;
import dev.deckhand.shell.junit.JUnitSuite;
import dev.deckhand.shell.junit.JUnitXml;
import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingOutcome;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class JUnitSchemaTest {

  private static final Path SCHEMA = Path.of("src/test/resources/report/junit.xsd");

  @Test
  void everyReportIsValid() {
    var outcomes = new ArrayList<>(GradeReportFixtures.outcomes().values());
    GradeReportFixtures.HOSTILE.forEach(
        text -> outcomes.add(new GradingOutcome.Graded(GradeReportFixtures.hostile(text))));

    assertThatCode(() ->
            validate(
                WrittenReport.text(
                    ReportWriters.writeClass(ReportFormat.JUNIT, outcomes, _ -> ""))))
        .doesNotThrowAnyException();
  }

  @Test
  void everyResultOfACaseIsValid() {
    List<JUnitCase> cases =
        Stream.of(
                new JUnitCase.Result.Passed(),
                new JUnitCase.Result.Failed("a\nb"),
                new JUnitCase.Result.Undecided("c"),
                new JUnitCase.Result.Skipped("d"),
                new JUnitCase.Result.FlakyFailure("e"),
                new JUnitCase.Result.RerunFailure("f"))
            .map(result -> new JUnitCase("lesson", "name", Duration.ofMillis(1), result, "out"))
            .toList();

    assertThatCode(() ->
            validate(
                JUnitXml.write(
                    List.of(new JUnitSuite("s", Duration.ofHours(2), Map.of("a", "b"), cases)))))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsNoReportIsNotValid() {
    assertThatThrownBy(() ->
            validate("<testsuites><testsuite name=\"x\"><testcase/></testsuite></testsuites>"))
        .isInstanceOf(SAXException.class);
  }

  private static void validate(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(SCHEMA.toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }
}
