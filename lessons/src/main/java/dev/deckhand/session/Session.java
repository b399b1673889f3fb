package dev.deckhand.session;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.RecordedProgress;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A learner on the way through a lesson.
 *
 * @param health of the lab's cluster; null where there is none, or nobody has told yet
 * @param outcomes of the steps that are behind the learner, by number
 * @param lastChange when the state last changed, or a command last ended
 */
public record Session(
    Lesson lesson,
    LabState lab,
    @Nullable ClusterHealth health,
    StepProgress progress,
    Map<Integer, StepOutcome> outcomes,
    StepMode mode,
    CommandLineState commandLine,
    CheckReportState checkReport,
    Instant lastChange,
    boolean over) {

  public Session {
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
  }

  /** How much of the checks is to be shown. */
  enum ReportScope {
    NONE,
    /** What does not hold: the rest was told when it came to hold. */
    OPEN,
    /** The learner asked. */
    ALL
  }

  /**
   * What the learner was told of the open checks.
   *
   * @param requested what the learner is to see of the checks, once the reasons are known
   * @param lastShown their findings as they were last shown, so that only news is told
   */
  public record CheckReportState(ReportScope requested, List<String> lastShown) {
    static final CheckReportState NONE = new CheckReportState(ReportScope.NONE, List.of());

    public CheckReportState {
      lastShown = List.copyOf(lastShown);
    }
  }

  /**
   * A session that stands before a step.
   *
   * @param step counted from 1
   * @param outcomes of the steps before it
   */
  public static Session startingAt(Lesson lesson, int step, Map<Integer, StepOutcome> outcomes) {
    boolean needsLab = !lesson.needs().labs().isEmpty();
    return new Session(
        lesson,
        needsLab ? new LabState.Booting() : new LabState.NotNeeded(),
        null,
        StepProgress.initial(lesson.steps().get(step - 1)),
        outcomes,
        StepMode.STEP,
        CommandLineState.EMPTY,
        CheckReportState.NONE,
        Instant.EPOCH,
        false);
  }

  /**
   * The same session, with what is known of the work on its step from before the process died. A
   * command that ran then is told of as soon as it is known whether the lab is still there.
   */
  public Session withRecordedProgress(RecordedProgress past) {
    return withProgress(StepProgress.restored(step(), past));
  }

  public Step step() {
    return progress.step();
  }

  /** What runs in the foreground now; null for nothing. */
  public CommandLineState.@Nullable Foreground running() {
    return commandLine.running();
  }

  /** A command that waits for the lab; null for none. */
  public @Nullable SessionCommand waiting() {
    return commandLine.waiting();
  }

  /** Whether the learner is to see how the checks stand, once the reasons are known. */
  public boolean isReportPending() {
    return checkReport.requested() != ReportScope.NONE;
  }

  /** Whether the next line has to wait. */
  public boolean isBusy() {
    boolean preparing =
        progress.stage() == StepProgress.Stage.PREPARING || mode == StepMode.LEAVING_SANDBOX;
    return running() != null || waiting() != null || (preparing && lab.usable() && !over);
  }

  /** Whether things are tried, and nothing counts. */
  public boolean isInSandbox() {
    return mode == StepMode.SANDBOX;
  }

  /** The steps before the one at work. */
  List<Step> earlierSteps() {
    return lesson.steps().subList(0, step().number() - 1);
  }

  /** Whether this is the last step. */
  boolean isLastStep() {
    return step().number() == lesson.steps().size();
  }

  Session withLab(LabState next) {
    return new Session(
        lesson, next, health, progress, outcomes, mode, commandLine, checkReport, lastChange, over);
  }

  Session withHealth(@Nullable ClusterHealth next) {
    return new Session(
        lesson, lab, next, progress, outcomes, mode, commandLine, checkReport, lastChange, over);
  }

  Session withProgress(StepProgress next) {
    return new Session(
        lesson, lab, health, next, outcomes, mode, commandLine, checkReport, lastChange, over);
  }

  Session withOutcome(StepOutcome outcome) {
    var all = new TreeMap<>(outcomes);
    all.put(step().number(), outcome);
    return new Session(
        lesson, lab, health, progress, all, mode, commandLine, checkReport, lastChange, over);
  }

  Session withMode(StepMode next) {
    return new Session(
        lesson, lab, health, progress, outcomes, next, commandLine, checkReport, lastChange, over);
  }

  Session withCommandLine(CommandLineState next) {
    return new Session(
        lesson, lab, health, progress, outcomes, mode, next, checkReport, lastChange, over);
  }

  Session withRunning(CommandLineState.@Nullable Foreground command) {
    return withCommandLine(commandLine.withRunning(command));
  }

  Session withWaiting(@Nullable SessionCommand command) {
    return withCommandLine(commandLine.withWaiting(command));
  }

  private Session withCheckReport(CheckReportState next) {
    return new Session(
        lesson, lab, health, progress, outcomes, mode, commandLine, next, lastChange, over);
  }

  Session withReportScope(ReportScope reportScope) {
    return withCheckReport(new CheckReportState(reportScope, checkReport.lastShown()));
  }

  Session withLastShown(List<String> findings) {
    return withCheckReport(new CheckReportState(checkReport.requested(), findings));
  }

  Session withLastChange(Instant at) {
    return new Session(
        lesson, lab, health, progress, outcomes, mode, commandLine, checkReport, at, over);
  }

  Session end() {
    return new Session(
        lesson, lab, health, progress, outcomes, mode, commandLine, checkReport, lastChange, true);
  }
}
