package dev.deckhand.shell.cli.author;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.pack.RecordedOutputFile;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.ProvisioningDialog;
import dev.deckhand.shell.cli.common.ShutdownHook;
import dev.deckhand.shell.cli.common.StaleSessions;
import dev.deckhand.shell.trial.JUnitReport;
import dev.deckhand.shell.trial.LabCapacity;
import dev.deckhand.shell.trial.LessonTrialResult;
import dev.deckhand.shell.trial.ParallelJobRunner;
import dev.deckhand.shell.trial.TrialSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs lessons as their tests want it, several at a time, some of them in one cluster. */
final class LessonTestSuite {

  private final CommandContext context;
  private final CommandConsole console;
  private final boolean yes;

  LessonTestSuite(CommandContext context, CommandConsole console, boolean yes) {
    this.context = context;
    this.console = console;
    this.yes = yes;
  }

  /**
   * How to test.
   *
   * @param parallel how many lessons at a time; 0 for as many as there is room for
   * @param printed the folder of courses in which the output of offered commands is kept, for
   *     pages; null for nowhere
   */
  record Options(
      TrialSelection selection,
      int parallel,
      @Nullable Path junit,
      @Nullable Path printed,
      boolean json) {}

  ExitCode run(LessonNameResolver names, List<String> wanted, Options options)
      throws IOException, InterruptedException {
    List<Lesson> lessons;
    try (var sources = new LessonLoader(context.library())) {
      LessonLoader.LoadedLessons loadedLessons = sources.read(names.resolve(wanted));
      if (!loadedLessons.errors().isEmpty()) {
        return rejectLessons(loadedLessons.errors());
      }
      lessons = loadedLessons.lessons();
    } catch (LessonFinder.NotFound notFound) {
      console.error(notFound.what(), notFound.next());
      return ExitCode.USAGE;
    }
    var strays = new ArrayList<String>();
    List<LessonTrialResult> done;
    Thread sweeping = new StaleSessions(context, context.faultLog()).startRemoving();
    try (var clusters = SharedClusterPool.of(lessons, context.labs(), context.sessionFolders())) {
      done = runTests(lessons, options, clusters);
      strays.addAll(clusters.strayObjects());
    }
    sweeping.join();
    if (options.junit() != null) {
      JUnitReport.write(options.junit(), done);
    }
    if (options.printed() != null) {
      keepPrintedOutput(options.printed(), done);
    }
    context
        .environment()
        .out()
        .println(options.json() ? LessonTestReportJson.of(done) : summary(done));
    strays.forEach(stray ->
        console.error(
            stray,
            "Find out which of them did it by testing it alone, and take \":cluster: shared\" out"
                + " of its header."));
    return strays.isEmpty() ? exitCode(done) : ExitCode.CHECKS_FAILED;
  }

  /** Only of lessons that are sound: what a broken one prints is nothing to learn from. */
  private void keepPrintedOutput(Path courses, List<LessonTrialResult> done) throws IOException {
    var files = new RecordedOutputFile();
    for (LessonTrialResult lesson : done) {
      if (lesson.passed() && !lesson.printed().isEmpty()) {
        files.write(RecordedOutputFile.in(courses, lesson.lesson()), lesson.printed());
        lesson.printed().commands().stream()
            .filter(RecordedOutput.RecordedCommand::failed)
            .map(recordedCommand -> exitCodeWarning(lesson, recordedCommand))
            .forEach(context.environment().err()::println);
      }
    }
  }

  /** Nothing tells an error that the text announces from one that nobody thought of. */
  private static String exitCodeWarning(
      LessonTrialResult lesson, RecordedOutput.RecordedCommand recordedCommand) {
    return "%s, %s: \"%s\" printed an error (exit code %d). Does the text say so?"
        .formatted(
            lesson.lesson(),
            recordedCommand.step(),
            recordedCommand.command().lines().findFirst().orElse(""),
            recordedCommand.exitCode());
  }

  private ExitCode rejectLessons(List<LintFinding> errors) {
    errors.forEach(error -> context.environment().err().println(error.toLine()));
    console.error(
        "Lessons with errors are not run.", "Mend them; \"deckhand lesson lint\" shows them all.");
    return ExitCode.CHECKS_FAILED;
  }

  private List<LessonTrialResult> runTests(
      List<Lesson> lessons, Options options, SharedClusterPool clusters)
      throws InterruptedException {
    var rehearsal =
        new LessonTestJob(context, options.selection(), options.printed() != null, clusters);
    Map<LessonId, LessonTrialResult> done = new ConcurrentHashMap<>();
    try (var lines = new LessonTestProgress(context.environment(), console, options.json())) {
      var jobs = new ArrayList<ParallelJobRunner.Job>();
      for (Lesson lesson : lessons) {
        Optional<LabFault> lack = missingRequirement(lesson);
        if (lack.isPresent()) {
          lines.fault(lesson.id(), lack.get());
          done.put(lesson.id(), LessonTestJob.notStarted(lesson, lack.get()));
        } else {
          long bytes =
              clusters.of(lesson).isPresent()
                  ? LabCapacity.guestBytes()
                  : LabCapacity.requiredBytes(lesson.needs());
          Runnable work = () -> runTests(lesson, rehearsal, lines, done);
          jobs.add(new ParallelJobRunner.Job(bytes, LessonTestJob.estimatedEffort(lesson), work));
        }
      }
      try (var together =
              new ParallelJobRunner(space(options.parallel(), clusters.clusterCount()));
          ShutdownHook _ = ShutdownHook.of(together)) {
        together.run(jobs);
      }
    }
    return lessons.stream()
        .map(lesson ->
            done.computeIfAbsent(
                lesson.id(), _ -> LessonTestJob.notStarted(lesson, unfinishedFault())))
        .toList();
  }

  /** A lesson that ended without a word is not one that passed. */
  private static LabFault unfinishedFault() {
    return new LabFault(
        LabFault.Kind.LOST, "The lesson was not tested to its end.", "Try it again.");
  }

  /** What keeps a lesson's lab from starting, after getting what can be had. */
  private Optional<LabFault> missingRequirement(Lesson lesson) throws InterruptedException {
    return lesson.needs().labs().isEmpty()
        ? Optional.empty()
        : new ProvisioningDialog(context.provisioner(), console)
            .ensureProvisioned(lesson.needs(), yes, false);
  }

  private LabCapacity space(int parallel, int shared) {
    return parallel > 0
        ? LabCapacity.ofCount(parallel)
        : LabCapacity.of(context.availableMemory(), Runtime.getRuntime().availableProcessors())
            .withoutSharedClusters(shared);
  }

  private static void runTests(
      Lesson lesson,
      LessonTestJob rehearsal,
      LessonTestProgress lines,
      Map<LessonId, LessonTrialResult> done) {
    try {
      LessonTrialResult result =
          rehearsal.run(lesson, lines.lessonStarted(lesson), lines::trialFinished);
      done.put(lesson.id(), result);
      if (result.fault() != null) {
        lines.fault(lesson.id(), result.fault());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lines.lessonFinished(lesson.id());
    }
  }

  private static String summary(List<LessonTrialResult> done) {
    long failed = done.stream().mapToLong(LessonTrialResult::failureCount).sum();
    long warned = done.stream().mapToLong(LessonTrialResult::warningCount).sum();
    long all = done.stream().mapToLong(lesson -> lesson.trials().size()).sum();
    long faults = done.stream().filter(lesson -> lesson.fault() != null).count();
    return CountFormatter.of(done.size(), "lesson")
        + ": "
        + (all - failed)
        + " passed, "
        + failed
        + " failed"
        + (warned == 0 ? "" : ", " + CountFormatter.of(warned, "warning"))
        + (faults == 0
            ? ""
            : ", " + CountFormatter.of(faults, "lesson") + " without a lab to the end");
  }

  /** What failed is sure; that a lab failed says only that there may be more. */
  static ExitCode exitCode(List<LessonTrialResult> done) {
    if (done.stream().anyMatch(lesson -> lesson.failureCount() > 0)) {
      return ExitCode.CHECKS_FAILED;
    }
    List<LabFault> faults =
        done.stream().map(LessonTrialResult::fault).filter(Objects::nonNull).toList();
    if (!faults.isEmpty()) {
      boolean lost = faults.stream().anyMatch(fault -> fault.kind() == LabFault.Kind.LOST);
      return lost ? ExitCode.LAB_LOST : ExitCode.NO_LAB;
    }
    boolean nothing = done.stream().allMatch(lesson -> lesson.trials().isEmpty());
    return nothing ? ExitCode.CHECKS_FAILED : ExitCode.OK;
  }
}
