package dev.deckhand.shell.report.file;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.shell.report.ReportResult;
import dev.deckhand.site.render.PdfRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts a report where it was asked for. */
public final class ReportFile {

  private ReportFile() {}

  /**
   * Replaces a file by a report, as a whole. If the report is withheld, a file of an earlier run is
   * removed, so that nobody takes it for this one's.
   *
   * @param printer prints PDF files; asked for only if there's one to print
   * @return why there is no file; empty if there is one
   * @throws IOException if the file can't be written
   */
  public static Optional<String> save(ReportResult result, Path file, Supplier<PdfRenderer> printer)
      throws IOException {
    return switch (result) {
      case ReportResult.Document(var text) -> {
        AtomicFile.write(file, text);
        yield Optional.empty();
      }
      case ReportResult.Printable(var asciidoc) -> {
        printer.get().render(asciidoc, _ -> Optional.empty(), file, (_, _) -> {});
        yield Optional.empty();
      }
      case ReportResult.Withheld(var reason) -> {
        Files.deleteIfExists(file);
        yield Optional.of(reason);
      }
    };
  }
}
