package dev.deckhand.shell.grade.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.adoc.LessonVariants;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.grade.bundle.BundleContent;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.grade.bundle.BundleVerifier;
import dev.deckhand.shell.grade.bundle.GraderKey;
import dev.deckhand.shell.grade.bundle.OneLesson;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.submission.SeededLesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each learner's work is judged by the learner's own names and numbers. */
class SeededGradingTest {

  private static final long ANNA = 4711;
  private static final long BEN = 4712;

  @TempDir private Path folder;
  private Lesson lesson;

  @BeforeEach
  void compile() throws IOException {
    lesson = SeededLesson.compile(folder);
    assertThat(SeededLesson.count(lesson, ANNA)).isNotEqualTo(SeededLesson.count(lesson, BEN));
  }

  @Test
  void ownNumbersCount() throws Exception {
    GradingResult result = grade(SeedAssignment.NONE, work(ANNA, "seed: " + ANNA));
    assertThat(points(result)).isEqualTo(1);
    BundleContent content = result.bundle().orElseThrow();
    assertThat(content.seed()).isEqualTo("4711");
    assertThat(content.conditions())
        .isEqualTo(LessonDigest.ofConditions(LessonVariants.of(lesson, ANNA)));
  }

  @Test
  void evidenceIsJudgedAgainByTheSameNumbers() throws Exception {
    GradingResult result = grade(SeedAssignment.NONE, work(ANNA, "seed: " + ANNA));
    GraderKey key = GraderKey.in(folder.resolve("keys"));
    Path store = folder.resolve("graded");
    BundleStore.in(store, true, key).add(result.bundle().orElseThrow());
    assertThat(
            new BundleVerifier(new OneLesson(lesson), GradingFixtures.JUDGE, key.publicKey())
                .verify(store.resolve(BundleStore.FILE)))
        .isInstanceOf(BundleVerifier.Result.Valid.class);
  }

  @Test
  void copiedWorkDoesNotCount() throws Exception {
    assertThat(points(grade(SeedAssignment.NONE, work(BEN, "seed: " + ANNA)))).isZero();
  }

  @Test
  void whoCopiesTheSeedTooIsFoundOutByTheList() throws Exception {
    SeedAssignment list = SeedAssignment.parse("submission,seed\nanna," + ANNA + "\nben,7\n");
    GradingResult result = grade(list, work(BEN, "seed: " + BEN));
    assertThat(points(result)).isZero();
    assertThat(((GradingOutcome.Graded) result.outcome()).report().grade().remarks())
        .contains("The submission was made with the seed 4712, but the learner's is 4711.");
    assertThat(points(grade(list, work(ANNA, "")))).isEqualTo(1);
  }

  @Test
  void withoutASeedNothingIsGraded() throws Exception {
    assertThat(notGraded(grade(SeedAssignment.NONE, work(ANNA, ""))).kind())
        .isEqualTo(GradingOutcome.Kind.UNREADABLE_SUBMISSION);
    assertThat(notGraded(grade(SeedAssignment.NONE, work(ANNA, "seed: -1"))).remedy())
        .contains("submission.yaml");
  }

  @Test
  void whoIsNotOnTheListIsNotGraded() throws Exception {
    SeedAssignment list = SeedAssignment.parse("ben," + BEN);
    assertThat(notGraded(grade(list, work(ANNA, "seed: " + ANNA))).remedy())
        .contains("anna,NUMBER");
  }

  private String[] work(long seed, String details) {
    return new String[] {"scale " + SeededLesson.count(lesson, seed), details};
  }

  private GradingResult grade(SeedAssignment seeds, String... work)
      throws IOException, InterruptedException {
    Path submission =
        GradingFixtures.submission(
            Files.createTempDirectory(folder, "in"),
            "anna",
            Map.of("step-1.sh", work[0] + "\n", "submission.yaml", "format: 1\n" + work[1] + "\n"));
    try (var labs = GradingFixtures.labs(folder, FaultyCalls.none(), true)) {
      return GradingFixtures.job(folder, lesson, labs)
          .withSeeds(seeds)
          .grade(GradingFixtures.read(submission), GradingFixtures.NOW);
    }
  }

  private static int points(GradingResult result) {
    assertThat(result.outcome()).isInstanceOf(GradingOutcome.Graded.class);
    return ((GradingOutcome.Graded) result.outcome()).report().grade().score().earned().intValue();
  }

  private static GradingOutcome.NotGraded notGraded(GradingResult result) {
    assertThat(result.outcome()).isInstanceOf(GradingOutcome.NotGraded.class);
    return (GradingOutcome.NotGraded) result.outcome();
  }
}
