package dev.deckhand.shell.grade.run;

import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.SubmissionResult;
import dev.deckhand.shell.trial.LabCapacity;
import dev.deckhand.shell.trial.ParallelJobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Grades the submissions of a class side by side. Each result is kept as soon as it's there, so
 * that another run goes on where this one ended, in whatever way.
 */
public final class ClassRun {

  private final SubmissionJob job;
  private final SubmissionReader reader;
  private final LabCapacity capacity;
  private final long bytesEach;

  /**
   * @param capacity how many labs may run at the same time
   * @param bytesEach the memory of one lab, in bytes
   */
  public ClassRun(
      SubmissionJob job, SubmissionReader reader, LabCapacity capacity, long bytesEach) {
    this.job = job;
    this.reader = reader;
    this.capacity = capacity;
    this.bytesEach = bytesEach;
  }

  /** Keeps results, and knows those of earlier runs. Called by several threads. */
  public interface Results {

    /** The result of an earlier run that still counts; empty if there's none. */
    Optional<GradingOutcome> known(SubmissionSource source, SubmissionResult submission);

    /** Keeps a result, and returns what is to be reported of it. */
    GradingOutcome keep(SubmissionSource source, GradingResult result);
  }

  /** Grades all of them; returns the results in the same order. */
  public List<GradingOutcome> run(List<SubmissionSource> sources, Results results)
      throws InterruptedException {
    Map<SubmissionSource, GradingOutcome> outcomes = new ConcurrentHashMap<>();
    var jobs = new ArrayList<ParallelJobRunner.Job>();
    for (SubmissionSource source : sources) {
      jobs.add(
          new ParallelJobRunner.Job(
              bytesEach,
              1,
              () -> {
                GradingOutcome outcome = gradeOne(source, results);
                if (outcome != null) {
                  outcomes.put(source, outcome);
                }
              }));
    }
    try (var together = new ParallelJobRunner(capacity)) {
      together.run(jobs);
    }
    return sources.stream()
        .map(source -> outcomes.getOrDefault(source, interrupted(source)))
        .toList();
  }

  private @Nullable GradingOutcome gradeOne(SubmissionSource source, Results results) {
    try (var _ = TimedPart.of("everything else")) {
      SubmissionResult read = read(source);
      Optional<GradingOutcome> known = results.known(source, read);
      if (known.isPresent()) {
        return known.get();
      }
      GradingResult result = grade(source, read);
      try (var _ = TimedPart.of("keep the result")) {
        return results.keep(source, result);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    } catch (RuntimeException | Error bug) {
      if (Thread.currentThread().isInterrupted()) {
        return null;
      }
      return notKept(source, bug);
    }
  }

  /** A fault with one submission, or with where its result is kept, is none of the others'. */
  private GradingOutcome notKept(SubmissionSource source, Throwable bug) {
    job.log().write(bug);
    return new GradingOutcome.NotGraded(
        source.name(),
        job.lesson().id().toString(),
        GradingOutcome.Kind.INTERNAL,
        "Its result couldn't be made or kept: " + bug + ".",
        "Is the disk full? Run the same command again. The details are in "
            + job.log().file()
            + ".");
  }

  private SubmissionResult read(SubmissionSource source) {
    try (var _ = TimedPart.of("read the submission")) {
      return reader.read(source.path());
    }
  }

  /** Grades one submission. */
  public GradingResult grade(SubmissionSource source) throws InterruptedException {
    return grade(source, reader.read(source.path()));
  }

  private GradingResult grade(SubmissionSource source, SubmissionResult read)
      throws InterruptedException {
    return switch (read) {
      case SubmissionResult.Accepted(var submission) -> job.grade(submission, source.handedIn());
      case SubmissionResult.Rejected(var name, var problem, var remedy) ->
          unreadable(name, problem, remedy);
      case SubmissionResult.Failed(var name, var problem, var remedy) ->
          unreadable(name, problem, remedy);
    };
  }

  private GradingResult unreadable(String name, String problem, String remedy) {
    return GradingResult.without(
        new GradingOutcome.NotGraded(
            name,
            job.lesson().id().toString(),
            GradingOutcome.Kind.UNREADABLE_SUBMISSION,
            problem,
            remedy));
  }

  private GradingOutcome interrupted(SubmissionSource source) {
    return new GradingOutcome.NotGraded(
        source.name(),
        job.lesson().id().toString(),
        GradingOutcome.Kind.INTERRUPTED,
        "The run was stopped before this submission was graded.",
        "Run the same command again: it goes on with what is missing.");
  }
}
