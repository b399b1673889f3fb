package dev.deckhand.shell.cli.grade;

import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.ReportResult;
import dev.deckhand.shell.report.file.ReportFile;
import dev.deckhand.shell.report.writer.ReportFormat;
import dev.deckhand.shell.report.writer.ReportWriters;
import dev.deckhand.site.render.PdfRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The reports of a class in a folder, beside its bundles. Safe for use by several threads. */
final class ReportFolder {

  private final Path folder;
  private final BundleStore bundles;
  private final List<ReportFormat> formats;
  private final Supplier<PdfRenderer> printer;
  private final List<String> withheld = new ArrayList<>();

  ReportFolder(
      Path folder, BundleStore bundles, List<ReportFormat> formats, Supplier<PdfRenderer> printer) {
    this.folder = folder;
    this.bundles = bundles;
    this.formats = formats;
    this.printer = printer;
  }

  /** Writes the reports about one submission. */
  void write(String submission, GradingOutcome outcome) {
    for (ReportFormat format : formats) {
      if (format.isForSubmission()) {
        save(
            format,
            ReportWriters.write(format, outcome),
            bundles.folderOf(submission).resolve(format.fileName()));
      }
    }
  }

  /** Writes the reports about a class. */
  void writeClass(List<GradingOutcome> outcomes) {
    for (ReportFormat format : formats) {
      if (format.isForClass()) {
        save(
            format,
            ReportWriters.writeClass(format, outcomes, this::pageOf),
            folder.resolve(format.fileName()));
      }
    }
  }

  private String pageOf(GradingOutcome outcome) {
    return formats.contains(ReportFormat.HTML) && outcome instanceof GradingOutcome.Graded
        ? outcome.submission() + "/" + ReportFormat.HTML.fileName()
        : "";
  }

  /** One at a time: PDF files are made by one thread. */
  private synchronized void save(ReportFormat format, ReportResult report, Path file) {
    try {
      Files.createDirectories(file.getParent());
      ReportFile.save(report, file, printer)
          .ifPresent(reason -> withheld.add(format.id() + ": " + reason));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Why reports were not written, each with its format. */
  synchronized List<String> withheld() {
    return List.copyOf(withheld);
  }
}
