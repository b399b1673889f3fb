package dev.deckhand.shell.cli.grade;

import dev.deckhand.shell.report.writer.ReportFormat;
import java.util.Iterator;
import java.util.stream.Stream;

/** The names of report formats, for help and completion. */
final class ReportFormatNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Stream.of(ReportFormat.values()).map(ReportFormat::id).iterator();
  }
}
