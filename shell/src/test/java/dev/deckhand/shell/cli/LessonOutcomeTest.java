package dev.deckhand.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.grade.Rehearsed;
import dev.deckhand.shell.grade.Trial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LessonOutcomeTest {

  private static final LessonId ID = LessonId.of("containers/x");

  @Test
  void whatPassedIsWell() {
    assertThat(LessonTest.code(List.of(lesson(null, ""), lesson(null, "")))).isEqualTo(ExitCode.OK);
  }

  @Test
  void whatFailedIsSureWhateverLabsDo() {
    var lost = new LabFault(LabFault.Kind.LOST, "Gone.", "Again.");
    assertThat(LessonTest.code(List.of(lesson(lost, ""), lesson(null, "Red."))))
        .isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void aLabFaultAloneIsNoFailedCheck() {
    var lost = new LabFault(LabFault.Kind.LOST, "Gone.", "Again.");
    var none = new LabFault(LabFault.Kind.NO_ENGINE, "None.", "Start one.");
    assertThat(LessonTest.code(List.of(lesson(lost, "")))).isEqualTo(ExitCode.LAB_LOST);
    assertThat(LessonTest.code(List.of(lesson(none, ""), lesson(null, ""))))
        .isEqualTo(ExitCode.NO_LAB);
  }

  @Test
  void nothingTriedIsNothingShown() {
    assertThat(LessonTest.code(List.of())).isEqualTo(ExitCode.CHECKS_FAILED);
  }

  @Test
  void programsAreToldAllOfIt() throws Exception {
    var none = new LabFault(LabFault.Kind.NO_ENGINE, "None.", "Start one.");
    assertThat(TestJson.of(List.of(lesson(none, "Red."))))
        .contains("\"labFault\"", "\"kind\" : \"no-engine\"", "\"rule\" : \"can-fail\"");
  }

  private static Rehearsed lesson(@Nullable LabFault fault, String problem) {
    var trial = new Trial(ID, 1, Trial.Rule.CAN_FAIL, "", problem, "", Duration.ZERO);
    return new Rehearsed(ID, "x.adoc", List.of(trial), fault, Duration.ZERO);
  }
}
