package dev.deckhand.shell.cli.grade;

import dev.deckhand.shell.grade.bundle.Bundle;
import dev.deckhand.shell.grade.bundle.BundleContent;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.grade.run.ClassRun;
import dev.deckhand.shell.grade.run.GradingResult;
import dev.deckhand.shell.grade.run.GradingRules;
import dev.deckhand.shell.grade.run.SeedAssignment;
import dev.deckhand.shell.grade.run.SubmissionSource;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.ReportContext;
import dev.deckhand.shell.submission.SubmissionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps results in a folder: a bundle for each submission, and the reports. */
final class GradeResults implements ClassRun.Results {

  private final BundleStore bundles;
  private final ReportFolder reports;
  private final String lessonDigest;
  private final GradingRules rules;
  private final SeedAssignment seeds;
  private final ReportContext context;
  private final Consumer<GradingOutcome> told;

  /**
   * @param lessonDigest of the lesson that is graded
   * @param told each result as soon as it's kept or found
   */
  GradeResults(
      BundleStore bundles,
      ReportFolder reports,
      String lessonDigest,
      GradingRules rules,
      SeedAssignment seeds,
      ReportContext context,
      Consumer<GradingOutcome> told) {
    this.bundles = bundles;
    this.reports = reports;
    this.lessonDigest = lessonDigest;
    this.rules = rules;
    this.seeds = seeds;
    this.context = context;
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
              .filter(content -> seeds.allows(source.name(), content.seed()))
              .map(this::outcome);
      known.ifPresent(outcome -> {
        reports.write(source.name(), outcome);
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
      reports.write(source.name(), result.outcome());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    told.accept(result.outcome());
    return result.outcome();
  }
}
