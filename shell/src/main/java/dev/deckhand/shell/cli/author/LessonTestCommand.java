package dev.deckhand.shell.cli.author;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.lesson.pack.RecordedOutputFile;
import dev.deckhand.shell.cli.author.LessonLoader.LoadedLessons;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.ProvisioningDialog;
import dev.deckhand.shell.cli.common.ShutdownHook;
import dev.deckhand.shell.cli.common.StaleSessions;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.trial.JUnitReport;
import dev.deckhand.shell.trial.LabCapacity;
import dev.deckhand.shell.trial.LessonDepth;
import dev.deckhand.shell.trial.LessonTrialResult;
import dev.deckhand.shell.trial.ParallelJobRunner;
import dev.deckhand.shell.trial.TrialResult.Rule;
import dev.deckhand.shell.trial.TrialSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deckhand lesson test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Test lessons in new labs: goals fail at first, solutions and alternatives pass, wrong"
          + " solutions fail, every step resets, and every check can fail.",
      "A lesson that needs other versions than its lab has is skipped.",
      "Exits with 3 if a test fails, or with 4 or 5 if only a lab failed; also with 4 if every lesson"
          + " was skipped."
    })
public final class LessonTestCommand implements Callable<Integer> {

  /** Each seed takes a lab of its own. */
  private static final int MAX_SEEDS = 100;

  @Mixin LessonArguments lessons = new LessonArguments();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many lessons to test at a time. Default: as memory and cores allow.")
  int parallel;

  @Option(
      names = "--no-mutation",
      description =
          "Skip the runs of solutions with a command left out, which find checks that can't fail.")
  boolean noMutation;

  @Option(
      names = "--step",
      paramLabel = "N",
      split = ",",
      description = "Test only these steps; the steps before them are only solved.")
  Set<Integer> steps = Set.of();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      split = ",",
      converter = TrialRuleNames.Converter.class,
      completionCandidates = TrialRuleNames.class,
      description = "Test only these rules: ${COMPLETION-CANDIDATES}.")
  Set<Rule> rules = Set.of();

  @Mixin LessonDepthOptions depthOptions = new LessonDepthOptions();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write a report in JUnit's XML format.")
  @Nullable Path junit;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = {
        "Also solve lessons that draw names and numbers with those of the seeds 1 to N."
            + " Default: ${DEFAULT-VALUE}."
      })
  int seeds = 2;

  @Option(
      names = "--printed",
      paramLabel = "DIR",
      description = {
        "Also run the commands that the steps offer, and save their output for the lessons'"
            + " pages in DIR/COURSE/printed. DIR is a folder of courses."
      })
  @Nullable Path printed;

  @Option(
      names = "--cluster-image",
      paramLabel = "IMAGE",
      description = {
        "Test in clusters of this image, such as rancher/k3s:v1.35.1-k3s1.",
        "DECKHAND_CLUSTER_IMAGE sets it for all commands."
      })
  @Nullable String clusterImage;

  @Option(
      names = "--engine-image",
      paramLabel = "IMAGE",
      description = {
        "Test in engines of this image, such as docker:29-dind.",
        "DECKHAND_ENGINE_IMAGE sets it for all commands."
      })
  @Nullable String engineImage;

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
  boolean json;

  private final LessonCommand parent;
  private CommandContext context;

  public LessonTestCommand(LessonCommand parent) {
    this.parent = parent;
    this.context = parent.context();
  }

  @Override
  public Integer call() throws IOException, InterruptedException, UserError {
    if (parallel < 0) {
      throw new UserError("--parallel must be at least 1.", "Leave it out to use the default.");
    }
    if (seeds < 0 || seeds > MAX_SEEDS) {
      throw new UserError(
          "--seeds must be from 0 to " + MAX_SEEDS + ".", "Leave it out to use the default.");
    }
    depthOptions.verify(!lessons.requestedNames().isEmpty());
    context = withChosenImages();
    context.state().create();
    LoadedLessons loaded;
    try (var loader = LessonLoader.of(context)) {
      loaded = loader.read(lessons.resolver(context).resolve(lessons.requestedNames()));
    }
    return (loaded.errors().isEmpty() ? test(loaded.lessons()) : rejectLessons(loaded.errors()))
        .code();
  }

  private CommandContext withChosenImages() throws UserError {
    var variables = new HashMap<String, String>();
    choose("--cluster-image", clusterImage, LabImageChoice.CLUSTER_VARIABLE, variables);
    choose("--engine-image", engineImage, LabImageChoice.ENGINE_VARIABLE, variables);
    return variables.isEmpty() ? context : context.withVariables(variables);
  }

  private static void choose(
      String option, @Nullable String image, String variable, Map<String, String> variables)
      throws UserError {
    if (image == null) {
      return;
    }
    if (!LabImageChoice.isImageName(image)) {
      throw new UserError(
          option + " isn't the name of an image: \"" + image + "\".",
          "Write a name with a tag, such as docker:28-dind.");
    }
    variables.put(variable, image);
  }

  private ExitCode test(List<Lesson> tested) throws IOException, InterruptedException, UserError {
    List<LessonDepth> depths = depthOptions.depths(tested, context, lessons.courses);
    if (!json) {
      LessonDepthOptions.report(depths).forEach(context.environment().out()::println);
    }
    List<String> strays;
    List<LessonTrialResult> done;
    Thread sweeping = new StaleSessions(context, context.faultLog()).removal();
    sweeping.start();
    try (var clusters = SharedClusterPool.of(tested, context.labs(), context.sessionFolders())) {
      done = runTests(depths, clusters);
      strays = clusters.strayObjects();
    }
    sweeping.join();
    if (junit != null) {
      JUnitReport.write(junit, done);
    }
    if (printed != null) {
      keepPrintedOutput(printed, done);
    }
    context
        .environment()
        .out()
        .println(json ? LessonTestReportJson.of(done) : LessonTestSummary.of(done));
    strays.forEach(stray ->
        parent
            .console()
            .error(
                stray,
                "Test each lesson alone to find the cause, and remove"
                    + " \":cluster: shared\" from its header."));
    return strays.isEmpty() ? LessonTestSummary.exitCode(done) : ExitCode.CHECKS_FAILED;
  }

  /** Saves the output of passed lessons only: a failed one's output would mislead. */
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

  /** A warning, since an expected error can't be told from an unexpected one. */
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
    parent
        .console()
        .error(
            "Lessons with errors aren't tested.",
            "Fix the errors first; \"deckhand lesson lint\" lists them.");
    return ExitCode.CHECKS_FAILED;
  }

  private List<LessonTrialResult> runTests(List<LessonDepth> depths, SharedClusterPool clusters)
      throws InterruptedException {
    var job = new LessonTestJob(context, printed != null, clusters, seeds);
    var selected = new TrialSelection(rules, steps, !noMutation);
    Map<LessonId, LessonTrialResult> done = new ConcurrentHashMap<>();
    try (var lines = new LessonTestProgress(context.environment(), parent.console(), json)) {
      var jobs = new ArrayList<ParallelJobRunner.Job>();
      for (LessonDepth depth : depths) {
        Lesson lesson = depth.lesson();
        Optional<LabFault> lack = missingRequirement(lesson);
        if (lack.isPresent()) {
          lines.fault(lesson.id(), lack.get());
          done.put(lesson.id(), LessonTestJob.notStarted(lesson, lack.get()));
        } else {
          long bytes =
              clusters.of(lesson).isPresent()
                  ? LabCapacity.guestBytes()
                  : LabCapacity.requiredBytes(lesson.needs());
          TrialSelection trials = depth.narrow(selected);
          Runnable work = () -> runTests(lesson, trials, job, lines, done);
          int effort = LessonTestJob.estimatedEffort(lesson, depth.full());
          jobs.add(new ParallelJobRunner.Job(bytes, effort, work));
        }
      }
      try (var together = new ParallelJobRunner(capacity(clusters.clusterCount()));
          ShutdownHook _ = ShutdownHook.of(() -> closeAll(together, clusters))) {
        together.run(jobs);
      }
    }
    return depths.stream()
        .map(LessonDepth::lesson)
        .map(lesson ->
            done.computeIfAbsent(
                lesson.id(), _ -> LessonTestJob.notStarted(lesson, unfinishedFault())))
        .toList();
  }

  /** On Ctrl-C: first the labs of the lessons that are being tested, then the clusters below. */
  private static void closeAll(ParallelJobRunner lessons, SharedClusterPool clusters) {
    lessons.close();
    clusters.close();
  }

  /** A lesson without a result hasn't passed. */
  private static LabFault unfinishedFault() {
    return new LabFault(
        LabFault.Kind.LOST, "The test of the lesson did not finish.", "Try it again.");
  }

  /** Installs what a lesson's lab needs; returns the fault if it still can't start. */
  private Optional<LabFault> missingRequirement(Lesson lesson) throws InterruptedException {
    return lesson.needs().labs().isEmpty()
        ? Optional.empty()
        : new ProvisioningDialog(context.provisioner(), parent.console())
            .ensureProvisioned(lesson.needs(), parent.yes(), false);
  }

  private LabCapacity capacity(int sharedClusters) {
    return parallel > 0
        ? LabCapacity.ofCount(parallel)
        : LabCapacity.of(context.availableMemory(), Runtime.getRuntime().availableProcessors())
            .withoutSharedClusters(sharedClusters);
  }

  private void runTests(
      Lesson lesson,
      TrialSelection trials,
      LessonTestJob job,
      LessonTestProgress lines,
      Map<LessonId, LessonTrialResult> done) {
    try {
      LessonTrialResult result = runTests(lesson, trials, job, lines);
      if (depthOptions.retry && result.mayBeFlaky()) {
        lines.retried(lesson.id());
        result = runTests(lesson, trials, job, lines).after(result);
      }
      done.put(lesson.id(), result);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lines.lessonFinished(lesson.id());
    }
  }

  private static LessonTrialResult runTests(
      Lesson lesson, TrialSelection trials, LessonTestJob job, LessonTestProgress lines)
      throws InterruptedException {
    LessonTrialResult result =
        job.run(lesson, trials, lines.lessonStarted(lesson), lines::trialFinished);
    if (result.fault() != null) {
      lines.fault(lesson.id(), result.fault());
    }
    return result;
  }
}
