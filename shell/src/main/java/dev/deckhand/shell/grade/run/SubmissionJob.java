package dev.deckhand.shell.grade.run;

import dev.deckhand.check.Judge;
import dev.deckhand.grade.Grade;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.grade.CommandRecord;
import dev.deckhand.shell.grade.GradedSubmission;
import dev.deckhand.shell.grade.SubmissionGrader;
import dev.deckhand.shell.grade.bundle.BundleContent;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.GradingRun;
import dev.deckhand.shell.report.ReportContext;
import dev.deckhand.shell.step.Turns;
import dev.deckhand.shell.submission.LearnerHelp;
import dev.deckhand.shell.submission.Submission;
import dev.deckhand.shell.submission.SubmittedWork;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Grades one submission. Whatever goes wrong in the judge leads to no grade, or to undecided tasks:
 * never to points, and never to fewer.
 */
public final class SubmissionJob {

  /** A judge that failed gets other chances, each in a new lab. */
  private static final int ATTEMPTS = 3;

  private static final String GRADE_AGAIN = "Grade the submission again.";

  private final Lesson lesson;
  private final GradingRules rules;
  private final GradingLabs labs;
  private final Judge judge;
  private final ReportContext context;
  private final String version;
  private final Clock clock;
  private final FaultLog log;
  private Consumer<String> progress = _ -> {};
  private Turns turns = new Turns(Integer.MAX_VALUE);
  private SeedAssignment seeds = SeedAssignment.NONE;

  /**
   * @param lesson with its steps as they are written
   * @param version the grader's
   */
  public SubmissionJob(
      Lesson lesson,
      GradingRules rules,
      GradingLabs labs,
      Judge judge,
      ReportContext context,
      String version,
      Clock clock,
      FaultLog log) {
    this.lesson = lesson;
    this.rules = rules;
    this.labs = labs;
    this.judge = judge;
    this.context = context;
    this.version = version;
    this.clock = clock;
    this.log = log;
  }

  /** Also tells what happens, in a few words each. */
  public SubmissionJob telling(Consumer<String> told) {
    this.progress = told;
    return this;
  }

  /** Also bounds how many submissions work at the same time; those that only wait don't count. */
  public SubmissionJob takingTurns(Turns shared) {
    this.turns = shared;
    return this;
  }

  /** Uses the seeds that were assigned to learners instead of those in their submissions. */
  public SubmissionJob withSeeds(SeedAssignment assigned) {
    this.seeds = assigned;
    return this;
  }

  Lesson lesson() {
    return lesson;
  }

  FaultLog log() {
    return log;
  }

  /**
   * Grades a submission.
   *
   * @param handedIn when it was handed in
   */
  public GradingResult grade(Submission submission, Instant handedIn) throws InterruptedException {
    Optional<GradingOutcome.NotGraded> noSeed = missingSeed(submission);
    if (noSeed.isPresent()) {
      return GradingResult.without(noSeed.get());
    }
    SubmittedWork work;
    try {
      work = SubmittedWork.of(submission, lesson, seeds.assigned(submission.name()));
    } catch (IllegalStateException unusable) {
      // the lesson can't be read with this learner's names and numbers
      return internal(submission, unusable);
    }
    if (work.lacksSeed()) {
      return notGraded(
          submission,
          GradingOutcome.Kind.UNREADABLE_SUBMISSION,
          "Names and numbers of this lesson are drawn for each learner, and the submission doesn't"
              + " say from which seed.",
          "Have it packed with \"deckhand submit\", write \"seed: NUMBER\" into its"
              + " submission.yaml, or give --seeds.");
    }
    try (Turns.Turn turn = turns.take()) {
      return grade(submission, work, handedIn, turn);
    }
  }

  private Optional<GradingOutcome.NotGraded> missingSeed(Submission submission) {
    return seeds.isEmpty() || seeds.assigned(submission.name()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new GradingOutcome.NotGraded(
                submission.name(),
                lesson.id().toString(),
                GradingOutcome.Kind.USAGE,
                "The list of seeds doesn't have this submission.",
                "Add the line \"" + submission.name() + ",NUMBER\" to the file of --seeds."));
  }

  private GradingResult grade(
      Submission submission, SubmittedWork work, Instant handedIn, Turns.Turn turn)
      throws InterruptedException {
    Instant started = clock.instant();
    GradingResult last = notGraded(submission, GradingOutcome.Kind.INTERNAL, "", "");
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      GradingResult result = attempt(submission, work, handedIn, started, turn);
      if (result.outcome() instanceof GradingOutcome.Graded(var report)
          && report.grade().isFinal()) {
        return result;
      }
      // a grade that a person has to complete says more than none
      if (result.bundle().isPresent() || last.bundle().isEmpty()) {
        last = result;
      }
    }
    return last;
  }

  private GradingResult attempt(
      Submission submission, SubmittedWork work, Instant handedIn, Instant started, Turns.Turn turn)
      throws InterruptedException {
    GradingLab lab;
    progress.accept("Starting the lab ...");
    try (var _ = TimedPart.of("start a lab")) {
      lab = labs.take();
    } catch (LabFault fault) {
      return notGraded(submission, GradingOutcome.Kind.NO_LAB, fault.problem(), fault.remedy());
    } catch (IOException full) {
      return internal(submission, full);
    } catch (ApiException gone) {
      return notGraded(submission, GradingOutcome.Kind.NO_LAB, noAnswer(gone), GRADE_AGAIN);
    } catch (RuntimeException bug) {
      return bug(submission, bug);
    } catch (Error bug) {
      return internal(submission, bug);
    }
    boolean usable = false;
    try {
      GradedSubmission graded =
          new SubmissionGrader(work, rules.limits(), lab.lab(), judge)
              .telling(progress)
              .inTurn(turn)
              .grade();
      GradingReport report = report(submission, work, graded, handedIn, started);
      // a lab in which something couldn't be judged isn't used again
      usable = report.grade().isFinal();
      return new GradingResult(
          new GradingOutcome.Graded(report),
          Optional.of(
              new BundleContent(
                  version,
                  lesson,
                  work.lesson(),
                  rules.summary(handedIn),
                  lab.lab().images(),
                  report,
                  graded.commands(),
                  graded.evidence())));
    } catch (LabFault fault) {
      return notGraded(submission, GradingOutcome.Kind.LAB_LOST, fault.problem(), fault.remedy());
    } catch (ApiException gone) {
      return notGraded(submission, GradingOutcome.Kind.LAB_LOST, noAnswer(gone), GRADE_AGAIN);
    } catch (RuntimeException bug) {
      return bug(submission, bug);
    } catch (Error bug) {
      // such as no memory: the class's other submissions go on, and the log and the exit code tell
      return internal(submission, bug);
    } finally {
      if (usable) {
        labs.giveBack(lab);
      } else {
        labs.discard(lab);
      }
    }
  }

  private GradingReport report(
      Submission submission,
      SubmittedWork work,
      GradedSubmission graded,
      Instant handedIn,
      Instant started) {
    var remarks = new ArrayList<>(submission.remarks());
    remarks.addAll(work.remarks());
    LearnerHelp help = work.help();
    var grade =
        new Grade(
            lesson.id(),
            lesson.title(),
            submission.name(),
            graded.steps(),
            rules
                .policy()
                .deductions(
                    help.hints().values().stream().mapToInt(Integer::intValue).sum(),
                    help.solutions().size(),
                    rules.late(handedIn)),
            remarks);
    Instant ended = clock.instant();
    var run =
        new GradingRun(
            version,
            started,
            ended.isBefore(started) ? started : ended,
            graded.took(),
            LessonDigest.of(lesson),
            submission.digest(),
            work.seed().isPresent() ? Long.toString(work.seed().getAsLong()) : "",
            CommandRecord.transcript(graded.commands()));
    return new GradingReport(grade, run, context);
  }

  private static String noAnswer(ApiException gone) {
    return "The lab doesn't answer: " + gone.getMessage() + ".";
  }

  private GradingResult bug(Submission submission, RuntimeException bug)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return internal(submission, bug);
  }

  private GradingResult internal(Submission submission, Throwable bug) {
    log.write(bug);
    return notGraded(
        submission,
        GradingOutcome.Kind.INTERNAL,
        "Something in the grader itself went wrong: " + bug + ".",
        "The details are in " + log.file() + ".");
  }

  private GradingResult notGraded(
      Submission submission, GradingOutcome.Kind kind, String reason, String remedy) {
    return GradingResult.without(
        new GradingOutcome.NotGraded(
            submission.name(), lesson.id().toString(), kind, reason, remedy));
  }
}
