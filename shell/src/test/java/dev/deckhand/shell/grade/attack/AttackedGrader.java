package dev.deckhand.shell.grade.attack;

import dev.deckhand.check.Judge;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.grade.GradingPolicy;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.shell.grade.GradingLimits;
import dev.deckhand.shell.grade.run.ClassRun;
import dev.deckhand.shell.grade.run.GradingLabs;
import dev.deckhand.shell.grade.run.GradingResult;
import dev.deckhand.shell.grade.run.GradingRules;
import dev.deckhand.shell.grade.run.SubmissionJob;
import dev.deckhand.shell.grade.run.SubmissionSource;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import dev.deckhand.shell.report.ReportContext;
import dev.deckhand.shell.report.XapiAddresses;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import dev.deckhand.shell.trial.LabCapacity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** A grader of this program with labs that are used again, and limits for tests. */
final class AttackedGrader implements AutoCloseable {

  /** Generous, so that honest commands pass on a busy machine. */
  private static final GradingLimits PATIENT = limits(60, 120, 180);

  /** For what never ends by itself. */
  private static final GradingLimits SHORT = limits(4, 8, 12);

  private final GradingLabs labs;
  private final ClassRun patient;
  private final ClassRun hurried;

  /**
   * @param folder for sessions and the log
   * @param owner of everything that is started
   * @param resources of each lab, as in {@code DECKHAND_LIMITS}
   */
  AttackedGrader(String lessonId, Path folder, String owner, String resources) {
    Lesson lesson = PackLibrary.builtIn().lesson(LessonId.of(lessonId)).orElseThrow();
    var settings =
        LabSettings.of(
            OwnedResources.engine(),
            owner,
            Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList(),
            Map.of("DECKHAND_LIMITS", resources));
    var log = new FaultLog(folder.resolve("log.txt"), Clock.systemUTC());
    this.labs =
        new GradingLabs(
            new TestcontainersLabFactory(settings, Clock.systemUTC()),
            new SessionFolders(folder.resolve("run"), folder.resolve("run"), new Random()),
            lesson.needs(),
            ConfinementLimits.DEFAULT,
            true,
            log);
    this.patient = run(lesson, patience(lesson, PATIENT), log);
    this.hurried = run(lesson, SHORT, log);
  }

  private static GradingLimits limits(int command, int step, int submission) {
    return new GradingLimits(
        Duration.ofSeconds(command),
        Duration.ofSeconds(step),
        Duration.ofSeconds(submission),
        Duration.ofSeconds(1));
  }

  /**
   * A Pod that starts on a busy machine may say nothing for seconds; a container starts at once.
   */
  private static GradingLimits patience(Lesson lesson, GradingLimits limits) {
    return lesson.needs().labs().contains(LabKind.KUBERNETES)
        ? new GradingLimits(
            limits.command(), limits.step(), limits.submission(), Duration.ofSeconds(5))
        : limits;
  }

  private ClassRun run(Lesson lesson, GradingLimits limits, FaultLog log) {
    var job =
        new SubmissionJob(
            lesson,
            // costs, so that claims about help and times matter
            new GradingRules(limits, new GradingPolicy(10, 50, 10, Duration.ZERO), null),
            labs,
            new Judge(new CelEvaluator()),
            new ReportContext(null, XapiAddresses.LOCAL),
            "test",
            Clock.systemUTC(),
            log);
    return new ClassRun(
        job, new SubmissionReader(SubmissionLimits.DEFAULT), LabCapacity.ofCount(1), 1);
  }

  GradingResult grade(Path submission, boolean hangs) throws IOException, InterruptedException {
    return (hangs ? hurried : patient).grade(SubmissionSource.of(submission));
  }

  @Override
  public void close() {
    labs.close();
  }
}
