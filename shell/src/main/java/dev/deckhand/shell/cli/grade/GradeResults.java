package dev.deckhand.shell.cli.grade;

import dev.deckhand.shell.grade.bundle.Bundle;
import dev.deckhand.shell.grade.bundle.BundleContent;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.grade.run.ClassRun;
import dev.deckhand.shell.grade.run.GradingResult;
import dev.deckhand.shell.grade.run.GradingRules;
import dev.deckhand.shell.grade.run.SubmissionSource;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.ReportContext;
import dev.deckhand.shell.report.ReportResult;
import dev.deckhand.shell.report.file.ReportFile;
import dev.deckhand.shell.report.writer.ReportFormat;
import dev.deckhand.shell.report.writer.ReportWriters;
import dev.deckhand.shell.submission.SubmissionResult;
import dev.deckhand.site.render.PdfRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps results in a folder: a bundle for each submission, and the reports that were asked for. */
final class GradeResults implements ClassRun.Results {

  private final Path folder;
  private final BundleStore bundles;
  private final List<ReportFormat> formats;
  private final String lessonDigest;
  private final GradingRules rules;
  private final ReportContext context;
  private final Supplier<PdfRenderer> printer;
  private final Consumer<GradingOutcome> told;
  private final List<String> withheld = new ArrayList<>();

  /**
   * @param lessonDigest of the lesson that is graded
   * @param told each result as soon as it's kept or found
   */
  GradeResults(
      Path folder,
      BundleStore bundles,
      List<ReportFormat> formats,
      String lessonDigest,
      GradingRules rules,
      ReportContext context,
      Supplier<PdfRenderer> printer,
      Consumer<GradingOutcome> told) {
    this.folder = folder;
    this.bundles = bundles;
    this.formats = formats;
    this.lessonDigest = lessonDigest;
    this.rules = rules;
    this.context = context;
    this.printer = printer;
    this.told = told;
  }

  @Override
  public Optional<GradingOutcome> known(SubmissionSource source, SubmissionResult read) {
    if (!(read instanceof SubmissionResult.Accepted(var submission))) {
      return Optional.empty();
    }
    try {
      Optional<GradingOutcome> known =
          bundles
              .find(source.name())
              .map(Bundle::content)
              .filter(content -> content.grade().isFinal())
              .filter(content -> content.submissionDigest().equals(submission.digest()))
              .filter(content -> content.lessonDigest().equals(lessonDigest))
              .filter(content -> content.rules().equals(rules.summary(source.handedIn())))
              .map(this::outcome);
      known.ifPresent(outcome -> {
        write(source, outcome);
        told.accept(outcome);
      });
      return known;
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private GradingOutcome outcome(BundleContent content) {
    return new GradingOutcome.Graded(content.report(context));
  }

  @Override
  public GradingOutcome keep(SubmissionSource source, GradingResult result) {
    try {
      if (result.bundle().isPresent()) {
        bundles.add(result.bundle().get());
      }
      write(source, result.outcome());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    told.accept(result.outcome());
    return result.outcome();
  }

  private void write(SubmissionSource source, GradingOutcome outcome) {
    for (ReportFormat format : formats) {
      if (format.isForSubmission()) {
        save(
            format,
            ReportWriters.write(format, outcome),
            bundles.folderOf(source.name()).resolve(format.fileName()));
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
      Optional<String> reason = ReportFile.save(report, file, printer);
      reason.ifPresent(why -> withheld.add(format.id() + ": " + why));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Why reports were not written, each with its format. */
  synchronized List<String> withheld() {
    return List.copyOf(withheld);
  }
}
