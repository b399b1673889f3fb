package dev.deckhand.shell.report.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.report.GradeReportFixtures;
import dev.deckhand.shell.report.GradingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every format of every kind of outcome. {@code -Dgolden.write=true} writes the files; read the
 * difference before you keep it.
 */
class ReportGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/report");

  /** The style of all pages is in every page, and is no part of a report. */
  private static final Pattern STYLE = Pattern.compile("(?s)<style>.*</style>");

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void everyOutcomeIsWrittenAsBefore(ReportFormat format) throws IOException {
    for (var outcome : GradeReportFixtures.outcomes().entrySet()) {
      compare(format, outcome.getKey(), WrittenReport.text(format, outcome.getValue()));
    }
    if (format.isForClass()) {
      compare(
          format,
          "class",
          WrittenReport.text(
              ReportWriters.writeClass(
                  format,
                  new ArrayList<>(GradeReportFixtures.outcomes().values()),
                  outcome -> outcome.submission() + "/grade.html")));
    }
  }

  @Test
  void errorsWithoutASubmissionAreTheSameDocument() throws IOException {
    var error =
        new GradingOutcome.NotGraded(
            "",
            "",
            GradingOutcome.Kind.USAGE,
            "There is no lesson \"kubernetes/deploymets\".",
            "Did you mean kubernetes/deployments?");
    compare(ReportFormat.JSON, "error", ReportWriters.json(List.of(error)));
  }

  @Test
  void neitherLocaleNorTimeZoneChangesAByte() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      List<String> before = everything();
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));

      assertThat(everything()).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<String> everything() {
    var texts = new ArrayList<String>();
    for (ReportFormat format : ReportFormat.values()) {
      GradeReportFixtures.outcomes()
          .values()
          .forEach(outcome -> texts.add(WrittenReport.text(format, outcome)));
    }
    return texts;
  }

  private static void compare(ReportFormat format, String name, String written) throws IOException {
    String fileName = format.fileName();
    String type =
        format == ReportFormat.PDF ? "adoc" : fileName.substring(fileName.indexOf('.') + 1);
    Path file = GOLDEN.resolve(format.id() + "-" + name + "." + type);
    String shown = STYLE.matcher(written).replaceAll("<style></style>");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, shown);
    }
    assertThat(shown)
        .as("%s; -Dgolden.write=true writes it", file)
        .isEqualTo(Files.readString(file));
  }
}
