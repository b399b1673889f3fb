package dev.deckhand.shell.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.trial.LessonTrialResult;
import dev.deckhand.shell.trial.TrialResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LessonTestExitCodeTest {

  private static final LessonId ID = LessonId.of("containers/x");

  @Test
  void whatPassedIsWell() {
    assertThat(LessonTestSummary.exitCode(List.of(lesson(null, ""), lesson(null, ""))))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void whatFailedIsSureWhateverLabsDo() {
    var lost = new LabFault(LabFault.Kind.LOST, "Gone.", "Again.");
    assertThat(LessonTestSummary.exitCode(List.of(lesson(lost, ""), lesson(null, "Red."))))
        .isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void aLabFaultAloneIsNoFailedCheck() {
    var lost = new LabFault(LabFault.Kind.LOST, "Gone.", "Again.");
    var none = new LabFault(LabFault.Kind.NO_ENGINE, "None.", "Start one.");
    assertThat(LessonTestSummary.exitCode(List.of(lesson(lost, "")))).isEqualTo(ExitCode.LAB_LOST);
    assertThat(LessonTestSummary.exitCode(List.of(lesson(none, ""), lesson(null, ""))))
        .isEqualTo(ExitCode.NO_LAB);
  }

  @Test
  void nothingTriedIsNothingShown() {
    assertThat(LessonTestSummary.exitCode(List.of())).isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void skippedLessonsDontCountUnlessAllWereSkipped() {
    assertThat(LessonTestSummary.exitCode(List.of(skipped(), lesson(null, ""))))
        .isEqualTo(ExitCode.OK);
    assertThat(LessonTestSummary.exitCode(List.of(skipped(), lesson(null, "Red."))))
        .isEqualTo(ExitCode.CHECKS_FAILED);
    assertThat(LessonTestSummary.exitCode(List.of(skipped(), skipped())))
        .isEqualTo(ExitCode.NO_LAB);
  }

  @Test
  void aSkippedLessonIsNoFaultForPrograms() throws Exception {
    assertThat(LessonTestReportJson.of(List.of(skipped())))
        .contains("\"skipped\"", "\"kind\" : \"wrong-version\"", "Needs Kubernetes.")
        .doesNotContain("labFault");
  }

  private static LessonTrialResult skipped() {
    var fault = new LabFault(LabFault.Kind.WRONG_VERSION, "Needs Kubernetes.", "Get it.");
    return new LessonTrialResult(ID, "x.adoc", List.of(), fault, Duration.ZERO);
  }

  @Test
  void programsAreToldAllOfIt() throws Exception {
    var none = new LabFault(LabFault.Kind.NO_ENGINE, "None.", "Start one.");
    assertThat(LessonTestReportJson.of(List.of(lesson(none, "Red."))))
        .contains("\"labFault\"", "\"kind\" : \"no-engine\"", "\"rule\" : \"can-fail\"");
  }

  private static LessonTrialResult lesson(@Nullable LabFault fault, String problem) {
    var trialResult =
        new TrialResult(ID, 1, TrialResult.Rule.CAN_FAIL, "", problem, "", Duration.ZERO);
    return new LessonTrialResult(ID, "x.adoc", List.of(trialResult), fault, Duration.ZERO);
  }
}
