package dev.deckhand.shell.grade;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.step.CheckObserver;
import dev.deckhand.shell.step.CheckObserver.CheckReport;
import dev.deckhand.shell.step.StepScripts;
import dev.deckhand.shell.step.StepWatch;
import java.time.Duration;
import java.util.Map;

/**
 * Tells between the commands of a script whether a step is solved. What a command began may take as
 * long as at the end of a step: a Pod that starts on a busy machine shows nothing for seconds. A
 * command that only looked around isn't waited for. For one thread.
 */
final class StepProgressProbe {

  private final Step step;
  private final CheckObserver observer;
  private final Map<Subject, Observation> before;
  private final Duration brief;
  private final Duration patience;
  private Map<Subject, Observation> seen;

  /**
   * @param before what was observed when the step began
   * @param brief how long nothing may change after a command that changed nothing
   * @param patience how long nothing may change after a command that changed something
   */
  StepProgressProbe(
      Step step,
      CheckObserver observer,
      Map<Subject, Observation> before,
      Duration brief,
      Duration patience) {
    this.step = step;
    this.observer = observer;
    this.before = before;
    this.brief = brief;
    this.patience = patience;
    this.seen = before;
  }

  /** Whether the step is solved by now, or by what is under way. */
  boolean isSolved() throws InterruptedException {
    CheckReport report = await(brief);
    if (!report.held() && !report.observations().equals(seen)) {
      report = await(patience);
    }
    seen = report.observations();
    return report.held();
  }

  private CheckReport await(Duration quiet) throws InterruptedException {
    try (StepWatch watch = observer.watch(step, before)) {
      return watch.await(StepScripts.timeLimit(step), quiet);
    }
  }
}
