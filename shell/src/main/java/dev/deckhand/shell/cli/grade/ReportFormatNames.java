package dev.deckhand.shell.cli.grade;

import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.report.writer.ReportFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The names of report formats, for help and completion. */
final class ReportFormatNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Stream.of(ReportFormat.values()).map(ReportFormat::id).iterator();
  }

  /**
   * The formats of these names, each once.
   *
   * @throws UserError if a name isn't one
   */
  static List<ReportFormat> parse(List<String> names) throws UserError {
    var wanted = new LinkedHashSet<ReportFormat>();
    for (String id : names) {
      wanted.add(
          ReportFormat.find(id)
              .orElseThrow(() ->
                  new UserError(
                      "There is no format \"" + id + "\".",
                      "Choose from: "
                          + String.join(
                              ", ",
                              Stream.of(ReportFormat.values()).map(ReportFormat::id).toList()))));
    }
    return List.copyOf(wanted);
  }
}
