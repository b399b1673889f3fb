package dev.deckhand.lab.bench;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.document.BlockReadResult;
import dev.deckhand.check.document.CheckBlock;
import dev.deckhand.check.document.CheckReader;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A session in the midst of a step, on a thread of its own, as the program has one: sightings come
 * into its inbox, and verdicts are told with the moment at which they stood.
 */
final class BenchSession implements AutoCloseable {

  private static final SourcePosition PLACE = new SourcePosition("bench.adoc", 1);

  private final LinkedBlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
  private final Map<Awaited, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
  private final Update update;
  private final List<Subject> subjects;
  private final Thread thread;
  private volatile Session session;

  /** A verdict that somebody waits for. */
  private record Awaited(int check, boolean passed) {}

  BenchSession(BenchTarget benchTarget, int checks) {
    var celEvaluator = new CelEvaluator();
    var reader = new CheckReader(celEvaluator);
    var all = new ArrayList<Check>();
    for (int i = 0; i < checks; i++) {
      all.add(check(reader, i, benchTarget.document(i)));
    }
    this.subjects = all.stream().map(check -> check.expectations().getFirst().subject()).toList();
    // never holds, and so the step stays open
    all.add(check(reader, checks, benchTarget.document(0) + "(self == before): true\n"));
    this.update = new Update(new Judge(celEvaluator));
    this.session = Session.startingAt(lesson(all), 1, Map.of());
    this.thread = Thread.ofPlatform().name("desk").daemon().start(this::run);
    inbox.add(new Message.LessonOpened(Instant.now()));
    inbox.add(new Message.StepPrepared(1, Map.of(), List.of(), Instant.now()));
  }

  private static Check check(CheckReader reader, int number, String document) {
    var block =
        new CheckBlock(
            "1." + (number + 1), "Object " + number, Map.of(), Set.of(), PLACE, document, PLACE);
    return switch (reader.check(block)) {
      case BlockReadResult.Valid<Check>(var check) -> check;
      case BlockReadResult.Invalid<Check>(var diagnostics) ->
          throw new IllegalArgumentException(diagnostics.toString());
    };
  }

  private static Lesson lesson(List<Check> checks) {
    var step =
        new Step(
            1,
            "Bench",
            new StepContent(List.of()),
            new StepTasks(checks, List.of(), List.of(), List.of()),
            ScriptSet.NONE,
            PLACE);
    return new Lesson(
        LessonId.of("bench/bench"),
        "Bench",
        LabNeeds.NONE,
        LessonMetadata.NONE,
        List.of(),
        List.of(step),
        "bench.adoc");
  }

  /** What its checks look at: the check of a number looks at the subject of that number. */
  List<Subject> subjects() {
    return subjects;
  }

  /** Takes a sighting in; returns at once. */
  void observed(SubjectObservation subjectObservation) {
    inbox.add(
        new Message.SubjectObserved(
            subjectObservation.subject(), subjectObservation.observation(), Instant.now()));
  }

  /** When the next verdict of a check is as given; to be asked before the change is made. */
  CompletableFuture<Long> next(int check, boolean passed) {
    return awaited.computeIfAbsent(new Awaited(check, passed), _ -> new CompletableFuture<>());
  }

  /** Whether a check's verdict is as given now. */
  boolean hasVerdict(int check, boolean passed) {
    Verdict verdict = session.progress().checks().get(check).verdict();
    return passed ? verdict instanceof Verdict.Passed : verdict instanceof Verdict.Failed;
  }

  private void run() {
    try {
      while (true) {
        session = update.update(session, inbox.take()).session();
        long at = System.nanoTime();
        awaited.forEach((one, told) -> {
          if (hasVerdict(one.check(), one.passed()) && awaited.remove(one, told)) {
            told.complete(at);
          }
        });
      }
    } catch (InterruptedException stopped) {
      // closed
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
