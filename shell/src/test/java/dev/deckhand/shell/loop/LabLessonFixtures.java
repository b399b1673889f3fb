package dev.deckhand.shell.loop;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lessons for the world of {@link FakeLab}, short to write. */
public final class LabLessonFixtures {

  public static final SourcePosition HERE = new SourcePosition("test.adoc", 1);

  private static final Subject WEB =
      new Subject.KubernetesObject("apps/v1", "Deployment", "web", null, Map.of());

  private LabLessonFixtures() {}

  /** A check that wants so many replicas. */
  public static Check replicaCheck(String id, int replicas, Check.Role role, Duration hold) {
    return check(id, new DataPattern.Scalar(DataNode.of(replicas), HERE), role, hold);
  }

  /** A goal that wants so many replicas. */
  public static Check replicaCheck(String id, int replicas) {
    return replicaCheck(id, replicas, Check.Role.GOAL, Duration.ZERO);
  }

  /** An invariant that nothing in that world can break. */
  public static Check fatalCheck(String id) {
    return check(
        id, new DataPattern.Shape(Map.of(), List.of(), HERE), Check.Role.KEEP, Duration.ZERO);
  }

  private static Check check(String id, DataPattern replicas, Check.Role role, Duration hold) {
    DataPattern spec =
        replicas instanceof DataPattern.Scalar
            ? new DataPattern.Shape(Map.of("replicas", replicas), List.of(), HERE)
            : replicas;
    return new Check(
        id,
        "check " + id,
        List.of(new Expectation(WEB, new DataPattern.Shape(Map.of("spec", spec), List.of(), HERE))),
        new Check.Settings(role, Duration.ofSeconds(5), hold, CountConstraint.ANY, 1, false),
        HERE);
  }

  /** A script; each of its commands stands on a line of its own. */
  public static Script script(String title, String... commands) {
    List<Integer> lines = java.util.stream.IntStream.range(0, commands.length).boxed().toList();
    return new Script(
        title, List.of(commands), HERE, lines.stream().map(line -> 10 + line).toList());
  }

  /** A step with its checks and what may be typed in it. */
  public static Step step(
      int number,
      List<Check> checks,
      Script solution,
      List<Script> alternatives,
      List<Script> wrongs) {
    return new Step(
        number,
        "Step " + number,
        new StepContent(List.of()),
        new StepTasks(checks, List.of(), List.of(), List.of()),
        new ScriptSet(List.of(), solution, alternatives, wrongs),
        HERE);
  }

  /** The same lesson with its steps drawn. */
  public static Lesson withDrawnOrder(Lesson lesson) {
    return new Lesson(
        lesson.id(),
        lesson.title(),
        lesson.needs(),
        new LessonMetadata(
            lesson.requires(), lesson.minutes(), lesson.level(), StepOrderMode.DRAWN),
        lesson.intro(),
        lesson.steps(),
        lesson.file());
  }

  /** A lesson of steps. */
  public static Lesson lesson(Step... steps) {
    return new Lesson(
        LessonId.of("kubernetes/test"),
        "Test",
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(), "default"),
        new LessonMetadata(List.of(), 1, "", StepOrderMode.WRITTEN),
        List.of(),
        List.of(steps),
        "test.adoc");
  }
}
