package dev.deckhand.shell.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.grade.Grade;
import dev.deckhand.lesson.LessonId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlikeSubmissionsTest {

  @Test
  void theSameFilesAndTheSameSeedAreNamed() {
    List<GradingOutcome> all =
        List.of(
            outcome("cy", "sha256:1", "7"),
            outcome("ben", "sha256:2", "7"),
            outcome("ada", "sha256:1", "8"),
            new GradingOutcome.NotGraded("dan", "a/b", GradingOutcome.Kind.NO_LAB, "No.", "Wait."));
    assertThat(AlikeSubmissions.sentences(all))
        .containsExactly(
            "ada and cy handed in the same files.", "ben and cy have the same seed, 7.");
  }

  @Test
  void aLessonWithoutSeedsHasNoneInCommon() {
    assertThat(
            AlikeSubmissions.sentences(
                List.of(outcome("ada", "sha256:1", ""), outcome("ben", "sha256:2", ""))))
        .isEmpty();
  }

  @Test
  void aLongListOfNamesHasAnEnd() {
    List<GradingOutcome> all =
        IntStream.range(10, 30).mapToObj(i -> outcome("l" + i, "sha256:1", "")).toList();
    assertThat(AlikeSubmissions.sentences(all))
        .containsExactly(
            "l10, l11, l12, l13, l14, l15, l16, l17, l18, l19 and 10 more handed in the same files.");
  }

  private static GradingOutcome outcome(String name, String digest, String seed) {
    GradingReport report =
        GradeReportFixtures.report(
            new Grade(LessonId.of("a/b"), "Lesson", name, List.of(), List.of(), List.of()));
    GradingRun run = report.run();
    return new GradingOutcome.Graded(
        new GradingReport(
            report.grade(),
            new GradingRun(
                run.version(),
                run.started(),
                run.ended(),
                run.steps(),
                run.lessonDigest(),
                digest,
                seed,
                run.output()),
            report.context()));
  }
}
