package dev.deckhand.shell.grade.run;

import dev.deckhand.check.Check;
import dev.deckhand.check.Judge;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.grade.GradingPolicy;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.shell.grade.FakeConfinedLab;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.grade.GradingLimits;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.LabLessonFixtures;
import dev.deckhand.shell.loop.SessionFolders;
import dev.deckhand.shell.report.ReportContext;
import dev.deckhand.shell.report.XapiAddresses;
import dev.deckhand.shell.submission.Submission;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.SubmissionResult;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Grades submissions in labs without an engine. */
public final class GradingFixtures {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final Judge JUDGE = new Judge(new CelEvaluator());
  public static final ReportContext REPORTS = new ReportContext(null, XapiAddresses.LOCAL);

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private GradingFixtures() {}

  /** Limits with which checks that don't pass are given up soon. */
  public static GradingRules rules() {
    return new GradingRules(
        new GradingLimits(
            Duration.ofSeconds(60),
            Duration.ofMinutes(3),
            Duration.ofMinutes(15),
            Duration.ofMillis(60)),
        GradingPolicy.FREE,
        null);
  }

  /** Three steps: 2 replicas, 3 and an invariant, 4. */
  public static Lesson threeSteps() {
    return LabLessonFixtures.lesson(
        step(1, 2),
        placed(
            LabLessonFixtures.step(
                2,
                List.of(
                    LabLessonFixtures.replicaCheck("r3", 3),
                    LabLessonFixtures.replicaCheck("some", 3, Check.Role.KEEP, Duration.ZERO)),
                LabLessonFixtures.script("", "scale 3"),
                List.of(),
                List.of())),
        step(3, 4));
  }

  /** A step that wants so many replicas. */
  public static Step step(int number, int replicas) {
    return placed(
        LabLessonFixtures.step(
            number,
            List.of(LabLessonFixtures.replicaCheck("r" + replicas, replicas)),
            LabLessonFixtures.script("", "scale " + replicas),
            List.of(),
            List.of()));
  }

  /** A step without checks, which asks something once it has a question. */
  public static Step stepThatOnlyAsks(int number) {
    return placed(
        LabLessonFixtures.step(
            number, List.of(), LabLessonFixtures.script(""), List.of(), List.of()));
  }

  /** The same with a quiz, of which the second choice is right. */
  public static Step withQuiz(Step step) {
    var quiz =
        new Quiz(
            step.number() + ".z1",
            "Which one?",
            List.of(
                new Quiz.Choice(List.of(), false, List.of()),
                new Quiz.Choice(List.of(), true, List.of())),
            LabLessonFixtures.HERE);
    return new Step(
        step.number(),
        step.title(),
        step.content(),
        new StepTasks(step.checks(), List.of(), List.of(quiz), List.of()),
        step.scripts(),
        step.place());
  }

  /** Each at a place of its own, as in a file. */
  private static Step placed(Step step) {
    return new Step(
        step.number(),
        step.title(),
        step.content(),
        step.tasks(),
        step.scripts(),
        new SourcePosition("test.adoc", 10 * step.number()));
  }

  /** A submission of files. */
  public static Path submission(Path folder, String name, Map<String, String> files)
      throws IOException {
    Path root = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(root.resolve(file.getKey()), file.getValue());
    }
    return root;
  }

  public static SubmissionReader reader() {
    return new SubmissionReader(SubmissionLimits.DEFAULT);
  }

  public static Submission read(Path submission) {
    return ((SubmissionResult.Accepted) reader().read(submission)).submission();
  }

  /** Labs, each with calls that are counted together. */
  public static GradingLabs labs(Path folder, FaultyCalls calls, boolean reused) {
    return labs(
        folder, () -> calls.counted(ConfinedLab.class, new FakeConfinedLab(calls)), calls, reused);
  }

  /** Labs that a supplier opens. */
  public static GradingLabs labs(
      Path folder, Supplier<ConfinedLab> open, FaultyCalls calls, boolean reused) {
    LabFactory factory =
        calls.counted(
            LabFactory.class,
            (LabFactory)
                Proxy.newProxyInstance(
                    LabFactory.class.getClassLoader(),
                    new Class<?>[] {LabFactory.class},
                    (_, method, _) -> {
                      if (!method.getName().equals("openConfined")) {
                        throw new UnsupportedOperationException(method.getName());
                      }
                      return open.get();
                    }));
    Path run = folder.resolve("run");
    return new GradingLabs(
        factory,
        new SessionFolders(run, run, new Random(1)),
        threeSteps().needs(),
        ConfinementLimits.DEFAULT,
        reused,
        log(folder));
  }

  public static SubmissionJob job(Path folder, Lesson lesson, GradingLabs labs) {
    return new SubmissionJob(lesson, rules(), labs, JUDGE, REPORTS, "1.0", CLOCK, log(folder));
  }

  public static FaultLog log(Path folder) {
    return new FaultLog(folder.resolve("faults.log"), CLOCK);
  }
}
