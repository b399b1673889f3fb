package dev.deckhand.shell.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.shell.report.file.ReportFile;
import dev.deckhand.shell.report.writer.ReportFormat;
import dev.deckhand.shell.report.writer.ReportWriters;
import dev.deckhand.site.render.PdfRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

  @TempDir private Path folder;

  @Test
  void aReportReplacesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("results.json"), "old");
    var outcome = new GradingOutcome.Graded(GradeReportFixtures.allPassed());

    assertThat(
            ReportFile.save(
                ReportWriters.write(ReportFormat.GRADESCOPE, outcome), file, ReportFileTest::none))
        .isEmpty();
    assertThat(file).content().startsWith("{").contains("\"score\" : 6");
  }

  @Test
  void aWithheldReportLeavesNoFileOfAnEarlierRun() throws IOException {
    Path file = Files.writeString(folder.resolve("results.json"), "{\"score\": 6}");
    var outcome = new GradingOutcome.Graded(GradeReportFixtures.undecided());

    assertThat(
            ReportFile.save(
                ReportWriters.write(ReportFormat.GRADESCOPE, outcome), file, ReportFileTest::none))
        .hasValueSatisfying(reason ->
            assertThat(reason).contains("It has three replicas: The cluster didn't answer."));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void formatsOfOneRunHaveFilesOfTheirOwn() {
    assertThat(Arrays.stream(ReportFormat.values()).map(ReportFormat::fileName))
        .doesNotHaveDuplicates();
    assertThat(ReportFormat.values())
        .allSatisfy(format -> assertThat(ReportFormat.find(format.id())).contains(format));
    assertThat(ReportFormat.find("pdf ")).isEmpty();
  }

  @Test
  void whatIsAboutAClassIsNotAboutASubmission() {
    var graded = new GradingOutcome.Graded(GradeReportFixtures.mixed());

    assertThatThrownBy(() -> ReportWriters.write(ReportFormat.CLASS_PAGE, graded))
        .isInstanceOf(IllegalArgumentException.class);
    for (ReportFormat format : ReportFormat.values()) {
      if (format.isForClass()) {
        assertThat(ReportWriters.writeClass(format, List.of(graded), _ -> ""))
            .isInstanceOf(ReportResult.Document.class);
      } else {
        assertThatThrownBy(() -> ReportWriters.writeClass(format, List.of(graded), _ -> ""))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  private static PdfRenderer none() {
    throw new AssertionError("nothing is printed");
  }
}
