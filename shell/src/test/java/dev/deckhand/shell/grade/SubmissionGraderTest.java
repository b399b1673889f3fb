package dev.deckhand.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Check;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.grade.run.GradingFixtures;
import dev.deckhand.shell.loop.FakeLab;
import dev.deckhand.shell.loop.LabLessonFixtures;
import dev.deckhand.shell.submission.SubmittedWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What submissions earn in a lab without an engine, step by step. */
class SubmissionGraderTest {

  private static final GradingLimits LIMITS =
      new GradingLimits(
          Duration.ofSeconds(60),
          Duration.ofMinutes(3),
          Duration.ofMinutes(15),
          Duration.ofMillis(60));

  @TempDir private Path folder;
  private final FakeConfinedLab lab = new FakeConfinedLab(FaultyCalls.none());

  private GradedSubmission grade(Lesson lesson, GradingLimits limits, Map<String, String> files)
      throws IOException, InterruptedException {
    Path submission = GradingFixtures.submission(folder, "anna", files);
    SubmittedWork work = SubmittedWork.of(GradingFixtures.read(submission), lesson);
    return new SubmissionGrader(work, limits, lab, GradingFixtures.JUDGE).grade();
  }

  private static List<String> outcomes(GradedSubmission graded) {
    return graded.steps().stream()
        .flatMap(step -> step.tasks().stream())
        .map(task -> task.id() + " " + task.outcome().getClass().getSimpleName())
        .toList();
  }

  @Test
  void aStepThatIsNotSolvedCostsItsOwnPointsOnly() throws Exception {
    GradedSubmission graded =
        grade(
            GradingFixtures.threeSteps(),
            LIMITS,
            Map.of("step-1.sh", "scale 2\n", "step-2.sh", "scale 9\n", "step-3.sh", "scale 4\n"));
    assertThat(outcomes(graded))
        .containsExactly("r2 Passed", "r3 Failed", "some Failed", "r4 Passed");
    assertThat(graded.steps().get(2).remarks())
        .containsExactly("It began in a lab in which the earlier steps were solved for you.");
    assertThat(lab.world().executedCommands())
        .containsExactly("scale 2", "scale 9", "scale 2", "scale 3", "scale 4");
    assertThat(graded.commands()).extracting(CommandRecord::step).containsExactly(1, 2, 3);
  }

  @Test
  void aStepWithoutWorkIsNotReachedAndTheNextOneIsJudged() throws Exception {
    GradedSubmission graded =
        grade(
            GradingFixtures.threeSteps(),
            LIMITS,
            Map.of("step-1.sh", "scale 2\n", "step-3.sh", "scale 4\n"));
    assertThat(outcomes(graded))
        .containsExactly("r2 Passed", "r3 NotReached", "some NotReached", "r4 Passed");
  }

  @Test
  void anInvariantEarnsNothingWhereNoGoalIsReached() throws Exception {
    Lesson lesson =
        LabLessonFixtures.lesson(
            LabLessonFixtures.step(
                1,
                List.of(
                    LabLessonFixtures.replicaCheck("goal", 2),
                    LabLessonFixtures.replicaCheck("keep", 1, Check.Role.KEEP, Duration.ZERO),
                    LabLessonFixtures.fatalCheck("fatal")),
                LabLessonFixtures.script("", "scale 2"),
                List.of(),
                List.of()));
    assertThat(outcomes(grade(lesson, LIMITS, Map.of("step-1.sh", "echo nothing\n"))))
        .containsExactly("goal Failed", "keep NotReached", "fatal NotReached");
    lab.clear();
    assertThat(outcomes(grade(lesson, LIMITS, Map.of("step-1.sh", "scale 2\n"))))
        .containsExactly("goal Passed", "keep Failed", "fatal Passed");
  }

  @Test
  void aCheckThatHasToHoldIsWaitedFor() throws Exception {
    Lesson lesson =
        LabLessonFixtures.lesson(
            LabLessonFixtures.step(
                1,
                List.of(
                    LabLessonFixtures.replicaCheck(
                        "held", 2, Check.Role.GOAL, Duration.ofMillis(300))),
                LabLessonFixtures.script("", "scale 2"),
                List.of(),
                List.of()));
    GradedSubmission graded = grade(lesson, LIMITS, Map.of("step-1.sh", "scale 2\n"));
    assertThat(outcomes(graded)).containsExactly("held Passed");
    assertThat(graded.evidence().getFirst().timeline().end())
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aScriptForTheWholeLessonGoesOnWhenAStepIsSolved() throws Exception {
    GradedSubmission graded =
        grade(
            GradingFixtures.threeSteps(),
            LIMITS,
            Map.of("submission.sh", "scale 2\nscale 3\nscale 4\n"));
    assertThat(outcomes(graded))
        .containsExactly("r2 Passed", "r3 Passed", "some Passed", "r4 Passed");
    assertThat(graded.commands()).extracting(CommandRecord::step).containsExactly(1, 2, 3);
  }

  @Test
  void aScriptForTheWholeLessonWaitsForWhatACommandBegan() throws Exception {
    var patient =
        new GradingLimits(
            LIMITS.command(), LIMITS.step(), LIMITS.submission(), Duration.ofSeconds(20));
    GradedSubmission graded =
        grade(
            LabLessonFixtures.lesson(GradingFixtures.step(1, 2), GradingFixtures.step(2, 3)),
            patient,
            Map.of("submission.sh", "echo look\nroll 2\nscale 3\n"));

    assertThat(outcomes(graded)).containsExactly("r2 Passed", "r3 Passed");
    assertThat(graded.commands()).extracting(CommandRecord::step).containsExactly(1, 1, 2);
  }

  @Test
  void choicesInAScriptForTheWholeLessonBelongToTheCommandsBeforeThem() throws Exception {
    Lesson lesson =
        LabLessonFixtures.lesson(
            GradingFixtures.withQuiz(GradingFixtures.step(1, 2)),
            GradingFixtures.withQuiz(GradingFixtures.step(2, 3)));

    GradedSubmission graded =
        grade(lesson, LIMITS, Map.of("submission.sh", "scale 2\nchoose 2\nscale 3\nchoose 2\n"));

    assertThat(outcomes(graded))
        .containsExactly("r2 Passed", "1.z1 Passed", "r3 Passed", "2.z1 Passed");
  }

  private static Lesson withAStepThatOnlyAsks() {
    return LabLessonFixtures.lesson(
        GradingFixtures.withQuiz(GradingFixtures.step(1, 2)),
        GradingFixtures.withQuiz(GradingFixtures.stepThatOnlyAsks(2)),
        GradingFixtures.withQuiz(GradingFixtures.step(3, 4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scale 2\nchoose 2\nchoose 2\nscale 4\nchoose 2\n",
        "choose 2\nchoose 2\nchoose 2\nscale 2\nscale 4\n",
        "scale 2\nscale 4\nchoose 2\nchoose 2\nchoose 2\n",
      })
  void choicesCountWhereverTheyAreInAScriptForTheWholeLesson(String script) throws Exception {
    GradedSubmission graded =
        grade(withAStepThatOnlyAsks(), LIMITS, Map.of("submission.sh", script));

    assertThat(outcomes(graded))
        .containsExactly("r2 Passed", "1.z1 Passed", "2.z1 Passed", "r4 Passed", "3.z1 Passed");
    assertThat(graded.commands()).extracting(CommandRecord::step).containsExactly(1, 3);
  }

  @Test
  void commandsBeforeAnAnswerBelongToTheStepThatAsks() throws Exception {
    GradedSubmission graded =
        grade(
            withAStepThatOnlyAsks(),
            LIMITS,
            Map.of("submission.sh", "scale 2\nchoose 2\necho look\nchoose 2\nscale 4\n"));

    assertThat(outcomes(graded))
        .containsExactly("r2 Passed", "1.z1 Passed", "2.z1 Passed", "r4 Passed", "3.z1 NotReached");
    assertThat(graded.commands()).extracting(CommandRecord::step).containsExactly(1, 2, 3);
  }

  @Test
  void choicesForLaterStepsCountWhereAScriptForTheWholeLessonGetsStuck() throws Exception {
    GradedSubmission graded =
        grade(
            withAStepThatOnlyAsks(),
            LIMITS,
            Map.of("submission.sh", "scale 9\nchoose 1\nchoose 2\nscale 4\nchoose 2\n"));

    assertThat(outcomes(graded))
        .containsExactly("r2 Failed", "1.z1 Failed", "2.z1 Passed", "r4 Failed", "3.z1 Passed");
  }

  @Test
  void whatWasProvenBeforeTheTimeWasOverCounts() throws Exception {
    var none =
        new GradingLimits(LIMITS.command(), LIMITS.step(), Duration.ofNanos(1), LIMITS.patience());
    GradedSubmission graded =
        grade(
            GradingFixtures.threeSteps(),
            none,
            Map.of("step-1.sh", "scale 2\necho late\n", "step-2.sh", "scale 3\n"));
    assertThat(outcomes(graded))
        .containsExactly("r2 Passed", "r3 NotReached", "some NotReached", "r4 NotReached");
    StepGrade first = graded.steps().getFirst();
    assertThat(first.remarks())
        .contains("The step's time was over before all of its commands had run.");
    assertThat(graded.steps().get(1).tasks())
        .extracting(TaskGrade::outcome)
        .containsOnly(
            new Outcome.NotReached("The time for the submission was over before this step."));
  }

  @Test
  void aLabThatIsLostWhileACommandRunsGivesNoGrade() throws IOException {
    var world = new AtomicReference<FakeLab>();
    // the commands of this submission lose their lab, and it doesn't change any more
    var calls = FaultyCalls.from(4, () -> Objects.requireNonNull(world.get()).failLab());
    var losing = new FakeConfinedLab(calls);
    world.set(losing.world());
    SubmittedWork work =
        SubmittedWork.of(
            GradingFixtures.read(
                GradingFixtures.submission(folder, "ben", Map.of("step-1.sh", "scale 2\n"))),
            GradingFixtures.threeSteps());
    assertThatThrownBy(
            () -> new SubmissionGrader(work, LIMITS, losing, GradingFixtures.JUDGE).grade())
        .isInstanceOf(LabFault.class)
        .hasMessage("The cluster is gone.");
  }
}
