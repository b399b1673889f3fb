package dev.deckhand.shell.report.writer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.ReportResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a writer wrote, as text and as a tree. */
final class WrittenReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private WrittenReport() {}

  static String text(ReportFormat format, GradingReport report) {
    return text(format, new GradingOutcome.Graded(report));
  }

  /** The document; or why there's none, after {@code withheld: }. */
  static String text(ReportFormat format, GradingOutcome outcome) {
    return text(
        format.isForSubmission()
            ? ReportWriters.write(format, outcome)
            : ReportWriters.writeClass(format, List.of(outcome), _ -> ""));
  }

  static String text(ReportResult result) {
    return switch (result) {
      case ReportResult.Document(var text) -> text;
      case ReportResult.Printable(var asciidoc) -> asciidoc;
      case ReportResult.Withheld(var reason) -> "withheld: " + reason + "\n";
    };
  }

  static JsonNode tree(ReportFormat format, GradingReport report) {
    return tree(text(format, report));
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
