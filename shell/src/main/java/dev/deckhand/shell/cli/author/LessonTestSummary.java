package dev.deckhand.shell.cli.author;

import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.trial.LessonTrialResult;
import java.util.List;
import java.util.Objects;

/** What a lesson test comes to: the last line, and the exit code. */
final class LessonTestSummary {

  private LessonTestSummary() {}

  static String of(List<LessonTrialResult> done) {
    long failed = done.stream().mapToLong(LessonTrialResult::failureCount).sum();
    long warned = done.stream().mapToLong(LessonTrialResult::warningCount).sum();
    long all = done.stream().mapToLong(lesson -> lesson.trials().size()).sum();
    long skipped = done.stream().filter(LessonTrialResult::skipped).count();
    long faults = done.stream().filter(lesson -> lesson.fault() != null).count() - skipped;
    long flaky = done.stream().filter(LessonTrialResult::flaky).count();
    return CountFormatter.of(done.size(), "lesson")
        + ": "
        + (all - failed)
        + " passed, "
        + failed
        + " failed"
        + (warned == 0 ? "" : ", " + CountFormatter.of(warned, "warning"))
        + (skipped == 0 ? "" : ", " + CountFormatter.of(skipped, "lesson") + " skipped")
        + (faults == 0 ? "" : ", " + CountFormatter.of(faults, "lesson") + " whose lab failed")
        + (flaky == 0 ? "" : ", " + CountFormatter.of(flaky, "lesson") + " flaky");
  }

  /**
   * Failed trials take precedence over faults of labs. Skipped lessons don't count, unless all
   * were.
   */
  static ExitCode exitCode(List<LessonTrialResult> done) {
    if (done.stream().anyMatch(lesson -> lesson.failureCount() > 0)) {
      return ExitCode.CHECKS_FAILED;
    }
    List<LessonTrialResult> tested = done.stream().filter(lesson -> !lesson.skipped()).toList();
    if (tested.isEmpty() && !done.isEmpty()) {
      return ExitCode.NO_LAB;
    }
    List<LabFault> faults =
        tested.stream().map(LessonTrialResult::fault).filter(Objects::nonNull).toList();
    if (!faults.isEmpty()) {
      boolean lost = faults.stream().anyMatch(fault -> fault.kind() == LabFault.Kind.LOST);
      return lost ? ExitCode.LAB_LOST : ExitCode.NO_LAB;
    }
    boolean nothing = tested.stream().allMatch(lesson -> lesson.trials().isEmpty());
    return nothing ? ExitCode.CHECKS_FAILED : ExitCode.OK;
  }
}
