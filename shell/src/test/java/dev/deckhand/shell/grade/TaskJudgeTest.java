package dev.deckhand.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.adoc.CompiledLesson;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.shell.grade.run.GradingFixtures;
import dev.deckhand.shell.step.StepTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step's evidence is worth, without a lab. */
class TaskJudgeTest {

  private static final Subject WEB =
      new Subject.KubernetesObject("apps/v1", "Deployment", "web", null, Map.of());
  private static final String LESSON =
      """
      = A lesson
      :lab: kubernetes

      == Scale it

      Let `web` have 3 replicas for 2 s, and never 9.

      .It has 3 replicas
      [source.check,yaml,for=2s,weight=3]
      ----
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {replicas: 3}
      ----

      .It never has 9
      [source.check%fatal%hidden,yaml]
      ----
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      (self.spec.replicas != 9): true
      ----

      .How many replicas does it have?
      [source.answer,yaml]
      ----
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        (string(self.replicas) == answer): true
      ----

      .Which of them are right?
      [.quiz]
      * [ ] One
      * [x] Two
      * [x] Three

      [source.solution,shell]
      ----
      kubectl scale deployment web --replicas 3
      answer 3
      choose 2 3
      ----
      """;

  private static Step step;

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("01-a.adoc"), LESSON);
    try (var compiler = new CourseCompiler()) {
      CompiledLesson compiled = compiler.compileLesson(file);
      assertThat(compiled.isValid()).as("%s", compiled.findings()).isTrue();
      step = Objects.requireNonNull(compiled.lesson()).steps().getFirst();
    }
  }

  @Test
  void whatHoldsLongEnoughEarnsItsWeight() {
    List<TaskGrade> tasks = judge(List.of(), List.of(at(0, 2), at(1, 3)), seconds(3));
    assertThat(outcomes(tasks)).containsExactly("Passed", "Passed", "NotReached", "NotReached");
    assertThat(tasks.getFirst().earned()).isEqualTo(3);
    assertThat(tasks.get(1).hidden()).isTrue();
  }

  @Test
  void whatHoldsTooShortlyFails() {
    List<TaskGrade> tasks = judge(List.of(), List.of(at(0, 2), at(1, 3)), seconds(2.5));
    assertThat(tasks.getFirst().outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(tasks.getFirst().outcome().toString()).contains("it holds for 2 s");
  }

  @Test
  void aFatalInvariantThatWasBrokenWhileCommandsRanFailsEvenIfItHoldsAgain() {
    List<TaskGrade> tasks = judge(List.of(9), List.of(at(0, 3)), seconds(3));
    assertThat(outcomes(tasks)).startsWith("Passed", "Failed");
    assertThat(tasks.get(1).outcome().toString()).contains("it was broken");
  }

  @Test
  void anInvariantEarnsNothingWithoutAGoal() {
    List<TaskGrade> tasks = judge(List.of(), List.of(at(0, 2)), seconds(20));
    assertThat(outcomes(tasks)).startsWith("Failed", "NotReached");
  }

  @Test
  void whatCannotBeSeenIsUndecidedAndNotTheLearnersFault() {
    var frozen = new Observation.Unreachable("No answer.", "Wait.");
    List<TaskGrade> tasks =
        new TaskJudge(GradingFixtures.JUDGE)
            .tasks(
                step,
                evidence(
                    List.of(),
                    List.of(new StepTimeline.TimedObservation(Duration.ZERO, seen(frozen))),
                    seconds(20),
                    new GivenAnswers(Map.of("1.q1", "3"), Map.of(), Map.of())));
    assertThat(outcomes(tasks)).startsWith("Undecided", "Undecided", "Undecided");
  }

  @Test
  void anAnswerInTheMiddleOfAScriptIsJudgedByWhatWasThereThen() {
    var given =
        new GivenAnswers(Map.of("1.q1", "2"), Map.of(), Map.of("1.q1", Map.of(WEB, replicas(2))));
    assertThat(question(given, at(0, 3))).isInstanceOf(Outcome.Passed.class);
    var atTheEnd = new GivenAnswers(Map.of("1.q1", "2"), Map.of(), Map.of());
    assertThat(question(atTheEnd, at(0, 3))).isInstanceOf(Outcome.Failed.class);
    assertThat(question(atTheEnd, at(0, 2))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void onlyAllRightChoicesAreRightAndTheRightOnesAreNotTold() {
    assertThat(quiz(Set.of(2, 3))).isInstanceOf(Outcome.Passed.class);
    assertThat(quiz(Set.of(2))).isInstanceOf(Outcome.Failed.class);
    assertThat(quiz(Set.of(1, 2, 3))).isInstanceOf(Outcome.Failed.class);
    assertThat(quiz(Set.of())).isInstanceOf(Outcome.NotReached.class);
    assertThat(quiz(Set.of(1)).toString()).doesNotContain("2", "Three");
  }

  @Test
  void theSameEvidenceLeadsToTheSameOutcomes() {
    assertThat(judge(List.of(9, 4), List.of(at(0, 2), at(1, 3)), seconds(3)))
        .isEqualTo(judge(List.of(9, 4), List.of(at(0, 2), at(1, 3)), seconds(3)));
  }

  private static Outcome question(GivenAnswers given, StepTimeline.TimedObservation... observed) {
    return new TaskJudge(GradingFixtures.JUDGE)
        .tasks(step, evidence(List.of(), List.of(observed), seconds(1), given))
        .get(2)
        .outcome();
  }

  private static Outcome quiz(Set<Integer> chosen) {
    var given = new GivenAnswers(Map.of(), Map.of("1.z1", chosen), Map.of());
    return new TaskJudge(GradingFixtures.JUDGE)
        .tasks(step, evidence(List.of(), List.of(at(0, 3)), seconds(1), given))
        .get(3)
        .outcome();
  }

  private static List<TaskGrade> judge(
      List<Integer> early, List<StepTimeline.TimedObservation> observed, Duration end) {
    return new TaskJudge(GradingFixtures.JUDGE)
        .tasks(
            step, evidence(early, observed, end, new GivenAnswers(Map.of(), Map.of(), Map.of())));
  }

  private static StepEvidence evidence(
      List<Integer> early,
      List<StepTimeline.TimedObservation> observed,
      Duration end,
      GivenAnswers given) {
    var earlySeen = new ArrayList<SubjectObservation>();
    early.forEach(count -> earlySeen.add(seen(replicas(count))));
    return new StepEvidence(
        1, new StepTimeline(Map.of(WEB, replicas(2)), earlySeen, observed, end), given, Map.of());
  }

  private static List<String> outcomes(List<TaskGrade> tasks) {
    return tasks.stream()
        .map(task -> task.outcome().getClass().getSimpleName())
        .collect(Collectors.toList());
  }

  private static StepTimeline.TimedObservation at(double seconds, int count) {
    return new StepTimeline.TimedObservation(seconds(seconds), seen(replicas(count)));
  }

  private static SubjectObservation seen(Observation observation) {
    return new SubjectObservation(WEB, observation);
  }

  private static Observation replicas(int count) {
    return new Observation.Snapshot(
        List.of(
            DataNode.of(
                Map.of("metadata", Map.of("name", "web"), "spec", Map.of("replicas", count)))));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
