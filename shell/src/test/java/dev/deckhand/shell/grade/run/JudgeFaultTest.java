package dev.deckhand.shell.grade.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.submission.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the judge dies of, and whenever: the points of a submission never change. */
class JudgeFaultTest {

  private static final long SEED = 15;
  private static final int RUNS_EACH = 4;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);

  private static Map<String, FaultyCalls.Fault> faults() {
    var faults = new LinkedHashMap<String, FaultyCalls.Fault>();
    for (LabFault.Kind kind : LabFault.Kind.values()) {
      faults.put(
          "lab fault " + kind,
          () -> {
            throw new LabFault(kind, "It's gone.", "Try again.");
          });
    }
    faults.put(
        "no answer",
        () -> {
          throw ApiUnavailable.of(ApiServer.CLUSTER, new IOException("connection refused"));
        });
    faults.put(
        "bug",
        () -> {
          throw new IllegalStateException("a bug");
        });
    faults.put(
        "no memory",
        () -> {
          throw new OutOfMemoryError("Java heap space");
        });
    faults.put(
        "deep recursion",
        () -> {
          throw new StackOverflowError();
        });
    faults.put("interruption", () -> Thread.currentThread().interrupt());
    return faults;
  }

  @Test
  void aFaultAtAnyCallChangesNoPoints() throws IOException, InterruptedException {
    for (Map.Entry<String, FaultyCalls.Fault> fault : faults().entrySet()) {
      for (int run = 0; run < RUNS_EACH; run++) {
        Submission submission = randomSubmission();
        var counted = FaultyCalls.none();
        Grade expected = graded(grade(submission, counted));
        int call = 1 + random.nextInt(counted.count());
        boolean forGood = run % 2 == 1;
        GradingOutcome outcome =
            grade(
                submission,
                forGood
                    ? FaultyCalls.from(call, fault.getValue())
                    : FaultyCalls.at(call, fault.getValue()));
        assertNoOtherPoints(
            fault.getKey() + " at call " + call + (forGood ? " and later" : ""), expected, outcome);
      }
    }
  }

  private static void assertNoOtherPoints(String when, Grade expected, GradingOutcome outcome) {
    if (!(outcome instanceof GradingOutcome.Graded(var report))) {
      return;
    }
    Grade grade = report.grade();
    if (grade.isFinal()) {
      assertThat(grade).as(when).isEqualTo(expected);
      return;
    }
    List<TaskGrade> before = expected.tasks().toList();
    List<TaskGrade> after = grade.tasks().toList();
    assertThat(after).as(when).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      if (!(after.get(i).outcome() instanceof Outcome.Undecided)) {
        assertThat(after.get(i).earned()).as(when).isEqualTo(before.get(i).earned());
      }
    }
  }

  @Test
  void aFaultThatGoesAwayCostsNothing() throws IOException, InterruptedException {
    Submission submission = read(Map.of("step-1.sh", "scale 2\n", "step-2.sh", "scale 3\n"));
    Grade expected = graded(grade(submission, FaultyCalls.none()));
    assertThat(expected.score().earned().intValue()).isEqualTo(3);
    GradingOutcome outcome =
        grade(
            submission,
            FaultyCalls.at(
                3,
                () -> {
                  throw new OutOfMemoryError("Java heap space");
                }));
    assertThat(graded(outcome)).isEqualTo(expected);
    assertThat(folder.resolve("faults.log")).content().contains("OutOfMemoryError");
  }

  @Test
  void aLabThatNeverStartsGivesNoGradeWithItsReason() throws IOException, InterruptedException {
    Submission submission = read(Map.of("step-1.sh", "scale 2\n"));
    GradingOutcome outcome =
        grade(
            submission,
            FaultyCalls.from(
                1,
                () -> {
                  throw new LabFault(LabFault.Kind.NO_ENGINE, "No engine.", "Start it.");
                }));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            GradingOutcome.NotGraded.class,
            none -> {
              assertThat(none.kind()).isEqualTo(GradingOutcome.Kind.NO_LAB);
              assertThat(none.reason()).isEqualTo("No engine.");
            });
  }

  private static Grade graded(GradingOutcome outcome) {
    return ((GradingOutcome.Graded) outcome).report().grade();
  }

  /** The result; that of a stopped run if it was interrupted. */
  private GradingOutcome grade(Submission submission, FaultyCalls calls) throws IOException {
    try (var labs = GradingFixtures.labs(folder, calls, random.nextBoolean())) {
      return GradingFixtures.job(folder, GradingFixtures.threeSteps(), labs)
          .grade(submission, GradingFixtures.NOW)
          .outcome();
    } catch (InterruptedException stopped) {
      return new GradingOutcome.NotGraded(
          submission.name(), "", GradingOutcome.Kind.INTERRUPTED, "", "");
    } finally {
      Thread.interrupted();
    }
  }

  private Submission randomSubmission() throws IOException {
    var files = new HashMap<String, String>();
    for (int step = 1; step <= 3; step++) {
      if (random.nextInt(4) > 0) {
        int replicas = random.nextInt(3) == 0 ? 9 : step + 1;
        files.put("step-" + step + ".sh", "echo hello\nscale " + replicas + "\n");
      }
    }
    return read(files.isEmpty() ? Map.of("step-1.sh", "scale 2\n") : files);
  }

  private Submission read(Map<String, String> files) throws IOException {
    return GradingFixtures.read(
        GradingFixtures.submission(folder, "s" + random.nextInt(1_000_000), files));
  }
}
