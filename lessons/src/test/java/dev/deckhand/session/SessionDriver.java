package dev.deckhand.session;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.LearnerInputParser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A session under test, with a clock that moves when told. */
final class SessionDriver {

  static final SourcePosition HERE = new SourcePosition("test.adoc", 1);

  private final Update update = new Update(new Judge(new CelEvaluator()));
  private final List<Effect> effects = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  Session session;

  SessionDriver(Lesson lesson) {
    this(Session.startingAt(lesson, 1, Map.of()));
  }

  SessionDriver(Session session) {
    this.session = session;
    send(new Message.LessonOpened(now));
  }

  SessionDriver send(Message message) {
    Update.Result result = update.update(session, message);
    session = result.session();
    effects.addAll(result.effects());
    return this;
  }

  SessionDriver type(String line) {
    return send(new Message.LineTyped(LearnerInputParser.parse(line), now));
  }

  SessionDriver labReady() {
    return send(new Message.LabReady(Set.of(), now));
  }

  SessionDriver stepPrepared(int replicas) {
    int step = session.step().number();
    return send(new Message.StepPrepared(step, Map.of(WEB, deployment(replicas)), List.of(), now));
  }

  SessionDriver observe(int replicas) {
    return send(new Message.SubjectObserved(WEB, deployment(replicas), now));
  }

  SessionDriver commandFinished(String command) {
    return send(new Message.CommandFinished(CommandFormat.parse(command), 0, "", false, now));
  }

  SessionDriver advanceTime(Duration time) {
    now = now.plus(time);
    return send(new Message.TimerElapsed(now));
  }

  /** The hold times of all checks that pass elapse, and the lab answers. */
  SessionDriver holdElapsed() {
    for (CheckState state : session.progress().checks()) {
      Instant since = state.passingSince();
      if (since != null) {
        send(new Message.HoldElapsed(state.check().id(), since, now));
      }
    }
    return this;
  }

  /** What was asked for since the last time. */
  List<Effect> effects() {
    var all = List.copyOf(effects);
    effects.clear();
    return all;
  }

  <T> List<T> effects(Class<T> kind) {
    return effects().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<Display> displays() {
    return effects(Effect.Show.class).stream().map(Effect.Show::display).toList();
  }

  static final Subject WEB =
      new Subject.KubernetesObject("apps/v1", "Deployment", "web", null, Map.of());

  static Observation deployment(int replicas) {
    return new Observation.Snapshot(
        List.of(
            DataNode.of(
                Map.of(
                    "apiVersion",
                    "apps/v1",
                    "kind",
                    "Deployment",
                    "metadata",
                    Map.of("name", "web"),
                    "spec",
                    Map.of("replicas", replicas)))));
  }

  static Check check(String id, int replicas, Check.Role role, Duration hold) {
    return check(WEB, id, replicas, role, hold);
  }

  static Check checkOf(Subject subject, String id, int replicas) {
    return check(subject, id, replicas, Check.Role.GOAL, Duration.ZERO);
  }

  private static Check check(
      Subject subject, String id, int replicas, Check.Role role, Duration hold) {
    var pattern =
        new DataPattern.Shape(
            Map.of(
                "spec",
                new DataPattern.Shape(
                    Map.of("replicas", new DataPattern.Scalar(DataNode.of(replicas), HERE)),
                    List.of(),
                    HERE)),
            List.of(),
            HERE);
    return new Check(
        id,
        "There are " + replicas + " replicas",
        List.of(new Expectation(subject, pattern)),
        new Check.Settings(role, Duration.ofSeconds(30), hold, CountConstraint.ANY, 1, false),
        HERE);
  }

  static Check check(String id, int replicas) {
    return check(id, replicas, Check.Role.GOAL, Duration.ZERO);
  }

  static Step step(int number, List<Check> checks, List<Quiz> quizzes) {
    return new Step(
        number,
        "Step " + number,
        new StepContent(List.of(paragraph("Do it."))),
        new StepTasks(
            checks,
            List.of(),
            quizzes,
            List.of(new Hint(List.of(paragraph("One."))), new Hint(List.of(paragraph("Two."))))),
        ScriptSet.solvedBy(
            new Script("", List.of("kubectl scale deployment web --replicas=" + number), HERE)),
        HERE);
  }

  static Quiz quiz() {
    return new Quiz(
        "z",
        "Which?",
        List.of(
            new Quiz.Choice(List.of(new Inline.Words("wrong")), false, List.of()),
            new Quiz.Choice(List.of(new Inline.Words("right")), true, List.of())),
        HERE);
  }

  static Block paragraph(String words) {
    return new Block.Paragraph(List.of(new Inline.Words(words)));
  }

  static Lesson lesson(Step... steps) {
    return lesson(Set.of(LabKind.KUBERNETES), steps);
  }

  static Lesson lesson(Set<LabKind> labs, Step... steps) {
    return new Lesson(
        new LessonId("kubernetes", "test"),
        "Test",
        new LabNeeds(labs, List.of(), Set.of(), "default"),
        new LessonMetadata(List.of(), 5, "", StepOrderMode.WRITTEN),
        List.of(),
        List.of(steps),
        "test.adoc");
  }
}
