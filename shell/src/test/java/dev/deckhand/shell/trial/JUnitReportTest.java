package dev.deckhand.shell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.trial.TrialResult.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JUnitReportTest {

  private static final LessonId ID = LessonId.of("kubernetes/x");

  @Test
  void aLabThatFailedIsAnError() {
    assertThat(xml(LabFault.Kind.NOT_STARTED))
        .contains("tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\"")
        .contains("<error message=\"Needs Kubernetes &gt;=1.40. Get it.\"");
  }

  @Test
  void aLessonThatNeedsAnotherVersionIsSkipped() {
    assertThat(xml(LabFault.Kind.WRONG_VERSION))
        .contains("tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\"")
        .contains("<skipped message=\"Needs Kubernetes &gt;=1.40. Get it.\"")
        .doesNotContain("<error");
  }

  @Test
  void whatPassedOnlyTheSecondTimeIsFlaky() {
    var first = tested("Pod \"web\" isn't ready & waits.");

    assertThat(JUnitReport.xml(List.of(tested("").after(first))))
        .contains("tests=\"2\" failures=\"0\" errors=\"0\"")
        .contains(
            "<flakyFailure message=\"step 3, green after: Pod &quot;web&quot; isn't ready &amp;");
    assertThat(JUnitReport.xml(List.of(tested("Again.").after(first))))
        .contains("failures=\"1\"", "<rerunFailure ", "<failure message=\"Again.\"")
        .doesNotContain("flaky");
  }

  private static LessonTrialResult tested(String problem) {
    var trial = new TrialResult(ID, 3, Rule.GREEN_AFTER, "", problem, "", Duration.ZERO);
    return new LessonTrialResult(ID, "x.adoc", List.of(trial), null, Duration.ZERO);
  }

  private static String xml(LabFault.Kind kind) {
    var fault = new LabFault(kind, "Needs Kubernetes >=1.40.", "Get it.");
    return JUnitReport.xml(
        List.of(new LessonTrialResult(ID, "x.adoc", List.of(), fault, Duration.ZERO)));
  }
}
