package dev.deckhand.shell.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.grade.Grade;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.grade.bundle.ChainCheck;
import dev.deckhand.shell.grade.bundle.GraderKey;
import dev.deckhand.shell.grade.run.ClassRun;
import dev.deckhand.shell.grade.run.GradingFixtures;
import dev.deckhand.shell.grade.run.SeedAssignment;
import dev.deckhand.shell.grade.run.SubmissionSource;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.writer.ReportFormat;
import dev.deckhand.shell.trial.LabCapacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class's results in a folder, after ends of all kinds. */
class GradeResultsTest {

  private static final Lesson LESSON = GradingFixtures.threeSteps();

  @TempDir private Path folder;
  private final List<SubmissionSource> sources = new ArrayList<>();
  private Path results = Path.of("");

  @BeforeEach
  void submissions() throws IOException {
    results = folder.resolve("results");
    for (Map.Entry<String, String> one :
        new TreeMap<>(Map.of("anna", "scale 2\n", "ben", "scale 9\n", "carl", "scale 2\n"))
            .entrySet()) {
      Path path =
          GradingFixtures.submission(folder, one.getKey(), Map.of("step-1.sh", one.getValue()));
      sources.add(SubmissionSource.of(path));
    }
  }

  private List<GradingOutcome> run(FaultyCalls calls, Consumer<GradingOutcome> told)
      throws IOException, InterruptedException {
    BundleStore bundles = BundleStore.in(results, false, GraderKey.in(folder.resolve("key")));
    var reports =
        new ReportFolder(
            results,
            bundles,
            List.of(ReportFormat.JSON),
            () -> {
              throw new IllegalStateException("no PDF was asked for");
            });
    try (var labs = GradingFixtures.labs(folder, calls, true)) {
      var run =
          new ClassRun(
              GradingFixtures.job(folder, LESSON, labs),
              GradingFixtures.reader(),
              LabCapacity.ofCount(1),
              1);
      return run.run(
          sources,
          new GradeResults(
              bundles,
              reports,
              LessonDigest.of(LESSON),
              GradingFixtures.rules(),
              SeedAssignment.NONE,
              GradingFixtures.REPORTS,
              told));
    }
  }

  private List<GradingOutcome> run() throws IOException, InterruptedException {
    return run(FaultyCalls.none(), _ -> {});
  }

  private static List<Grade> grades(List<GradingOutcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> ((GradingOutcome.Graded) outcome).report().grade())
        .toList();
  }

  private List<String> problems() throws IOException {
    return ChainCheck.of(results).problems();
  }

  @Test
  void whatIsKnownIsNotGradedAgain() throws IOException, InterruptedException {
    List<Grade> first = grades(run());
    assertThat(first)
        .extracting(grade -> grade.score().earned().intValue())
        .containsExactly(1, 0, 1);
    var unused = FaultyCalls.none();
    assertThat(grades(run(unused, _ -> {}))).isEqualTo(first);
    assertThat(unused.count()).isZero();
    assertThat(problems()).isEmpty();
  }

  @Test
  void aRunThatEndsBetweenAnyTwoWritesEndsWithTheSameGradesOnceItIsResumed()
      throws IOException, InterruptedException {
    List<Grade> whole = grades(run());
    Path chain = results.resolve(BundleStore.CHAIN);
    List<String> lines = Files.readAllLines(chain);
    for (int kept = 0; kept < lines.size(); kept++) {
      for (int torn : new int[] {0, 1, 64, lines.get(kept).length()}) {
        Files.write(chain, lines.subList(0, kept));
        // the bundle of the next line is written, and the line isn't whole
        Files.writeString(chain, lines.get(kept).substring(0, torn), StandardOpenOption.APPEND);
        for (String later : lines.subList(kept + 1, lines.size())) {
          remove(results.resolve(later.substring(65)));
        }
        Files.deleteIfExists(results.resolve("anna/grade.json"));
        assertThat(grades(run())).isEqualTo(whole);
        assertThat(problems()).isEmpty();
        assertThat(results.resolve("anna/grade.json")).exists();
        lines = Files.readAllLines(chain);
      }
    }
  }

  private static void remove(Path submission) throws IOException {
    try (var files = Files.list(submission)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(submission);
  }

  @Test
  void aResultThatCannotBeKeptIsNoGradeAndTheOthersAreKept()
      throws IOException, InterruptedException {
    Files.createDirectories(results);
    Files.writeString(results.resolve("ben"), "a file where a folder must be");
    List<GradingOutcome> outcomes = run();
    assertThat(outcomes.get(0)).isInstanceOf(GradingOutcome.Graded.class);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            GradingOutcome.NotGraded.class,
            none -> {
              assertThat(none.submission()).isEqualTo("ben");
              assertThat(none.kind()).isEqualTo(GradingOutcome.Kind.INTERNAL);
            });
    assertThat(outcomes.get(2)).isInstanceOf(GradingOutcome.Graded.class);
    Files.delete(results.resolve("ben"));
    assertThat(grades(run())).hasSize(3);
    assertThat(problems()).isEmpty();
  }

  @Test
  void anErrorWhileOneResultIsKeptLosesNoOther() throws IOException, InterruptedException {
    var number = new AtomicInteger();
    List<GradingOutcome> outcomes =
        run(
            FaultyCalls.none(),
            _ -> {
              if (number.incrementAndGet() == 2) {
                throw new OutOfMemoryError("Java heap space");
              }
            });
    assertThat(outcomes).filteredOn(GradingOutcome.Graded.class::isInstance).hasSize(2);
    assertThat(outcomes)
        .filteredOn(GradingOutcome.NotGraded.class::isInstance)
        .singleElement()
        .satisfies(none ->
            assertThat(((GradingOutcome.NotGraded) none).reason()).contains("Java heap space"));
    assertThat(grades(run())).hasSize(3);
  }

  @Test
  void aClassWhoseLabsAllFailHasNoGradesAndGetsThemOnceResumed()
      throws IOException, InterruptedException {
    List<GradingOutcome> failed =
        run(
            FaultyCalls.from(
                1,
                () -> {
                  throw new OutOfMemoryError("Java heap space");
                }),
            _ -> {});
    assertThat(failed).hasOnlyElementsOfType(GradingOutcome.NotGraded.class);
    assertThat(grades(run()))
        .extracting(grade -> grade.score().earned().intValue())
        .containsExactly(1, 0, 1);
  }
}
