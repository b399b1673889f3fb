package dev.deckhand.shell.cli.author;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SharedCluster;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.adoc.LessonVariants;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.OpenLab;
import dev.deckhand.shell.loop.SessionFolders;
import dev.deckhand.shell.loop.WorkspaceFiles;
import dev.deckhand.shell.trial.LessonTrialResult;
import dev.deckhand.shell.trial.LessonTrialRunner;
import dev.deckhand.shell.trial.TrialResult;
import dev.deckhand.shell.trial.TrialSelection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tests one lesson, in its own folder and in its own or a shared lab. */
final class LessonTestJob {

  private final CommandContext context;
  private final boolean keepsOutput;
  private final SharedClusterPool clusters;
  private final int seeds;

  /**
   * @param keepsOutput whether the commands that the steps offer are also run and recorded
   * @param clusters which lessons share a cluster
   * @param seeds with how many seeds, from 1 on, lessons that draw names and numbers are tried too
   */
  LessonTestJob(
      CommandContext context, boolean keepsOutput, SharedClusterPool clusters, int seeds) {
    this.seeds = seeds;
    this.clusters = clusters;
    this.context = context;
    this.keepsOutput = keepsOutput;
  }

  /**
   * Tests a lesson. The result includes faults of its lab and internal errors, which are logged.
   *
   * @param told receives each trial as soon as it is finished
   */
  LessonTrialResult run(
      Lesson lesson, TrialSelection trials, BootProgress progress, Consumer<TrialResult> told)
      throws InterruptedException {
    long start = System.nanoTime();
    List<TrialResult> trialResults = new ArrayList<>();
    var printed = new ArrayList<RecordedOutput.RecordedCommand>();
    LabFault fault = null;
    Consumer<TrialResult> kept =
        trialResult -> {
          trialResults.add(trialResult);
          told.accept(trialResult);
        };
    try {
      runTrials(lesson, trials, progress, kept, printed);
      runWithSeeds(lesson, trials, progress, kept);
    } catch (LabFault broken) {
      fault = wordedForAuthors(broken);
    } catch (IOException | RuntimeException ours) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      fault = internalFault(ours);
    }
    var took = Duration.ofNanos(System.nanoTime() - start);
    return new LessonTrialResult(
        lesson.id(), lesson.file(), trialResults, fault, took, new RecordedOutput(printed));
  }

  /** Solves a lesson that draws names and numbers with those of other seeds, each in a new lab. */
  private void runWithSeeds(
      Lesson lesson, TrialSelection trials, BootProgress progress, Consumer<TrialResult> told)
      throws IOException, InterruptedException {
    Optional<TrialSelection> tried = trials.withOtherValues();
    if (lesson.variation().isNone() || tried.isEmpty()) {
      return;
    }
    for (long seed = 1; seed <= seeds; seed++) {
      long own = seed;
      runTrials(
          LessonVariants.of(lesson, seed),
          tried.get(),
          progress,
          trialResult -> told.accept(trialResult.withSeed(own)),
          null);
    }
  }

  /** Estimates its duration relative to others: each trial repeats all the steps before it. */
  static int estimatedEffort(Lesson lesson, boolean full) {
    return lesson.steps().stream()
        .mapToInt(step -> {
          int others = full ? 2 * step.wrongs().size() + step.alternatives().size() : 1;
          return (others + 1) * (3 + step.number());
        })
        .sum();
  }

  /** Returns the result of a lesson whose test didn't start. */
  static LessonTrialResult notStarted(Lesson lesson, LabFault why) {
    return new LessonTrialResult(lesson.id(), lesson.file(), List.of(), why, Duration.ZERO);
  }

  private void runTrials(
      Lesson lesson,
      TrialSelection trials,
      BootProgress progress,
      Consumer<TrialResult> told,
      @Nullable List<RecordedOutput.RecordedCommand> printed)
      throws IOException, InterruptedException {
    Optional<SharedCluster> sharedCluster = clusters.of(lesson);
    if (sharedCluster.isPresent()) {
      SessionFolder sessionFolder = sharedCluster.get().newTenantFolder();
      runTrials(lesson, trials, sharedCluster.get(), sessionFolder, progress, told, printed);
      return;
    }
    try (SessionFolders.LockedFolder lockedFolder = context.sessionFolders().openTemporary()) {
      runTrials(lesson, trials, context.labs(), lockedFolder.folder(), progress, told, printed);
    }
  }

  private void runTrials(
      Lesson lesson,
      TrialSelection trials,
      LabFactory labs,
      SessionFolder sessionFolder,
      BootProgress progress,
      Consumer<TrialResult> told,
      @Nullable List<RecordedOutput.RecordedCommand> printed)
      throws InterruptedException {
    var workspace =
        new WorkspaceFiles(
            sessionFolder.workspace(),
            sessionFolder.root().resolve("attic"),
            context.environment().clock());
    FaultLog log = context.faultLog();
    try (var openLab = new OpenLab(labs, context.workspaces(), sessionFolder, workspace, log)) {
      var lessonTrialRunner = new LessonTrialRunner(lesson, openLab, context.judge(), trials, told);
      (keepsOutput && printed != null
              ? lessonTrialRunner.recordingOutput(printed::addAll)
              : lessonTrialRunner)
          .run(progress);
    }
  }

  /** Replaces a remedy that says to type "reset", since a test has no shell to type it in. */
  static LabFault wordedForAuthors(LabFault fault) {
    return fault.kind() == LabFault.Kind.LOST || fault.remedy().contains("Type \"reset\"")
        ? new LabFault(fault.kind(), fault.problem(), "Test the lesson again.", fault)
        : fault;
  }

  private LabFault internalFault(Exception bug) {
    context.faultLog().write(bug);
    return new LabFault(
        LabFault.Kind.LOST,
        "Something in Deckhand itself went wrong: " + bug,
        "The details are in " + context.faultLog().file() + ".",
        bug);
  }
}
