package dev.deckhand.shell.grade;

import dev.deckhand.file.FolderTree;
import dev.deckhand.grade.Outcome;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.WorkspaceContent;
import dev.deckhand.lab.preflight.EngineSearch;
import dev.deckhand.lab.preflight.HostMachine;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lab.workspace.local.LocalWorkspaceFactory;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.shell.grade.run.GradingFixtures;
import dev.deckhand.shell.loop.SessionFolders;
import dev.deckhand.shell.submission.SubmittedWork;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what the isolation of a submission costs: its commands in confined containers, and the
 * same in the workspace of an ordinary lab, as {@code deckhand lesson test} runs them. No build
 * runs it, since no build looks for tests of this name: {@code docs/bench/isolation} does. The
 * submissions are the lesson's own solutions, which may run unconfined.
 */
@Tag("docker")
class IsolationBench {

  private static final Lesson LESSON =
      PackLibrary.builtIn()
          .lesson(
              LessonId.of(
                  System.getProperty("deckhand.bench.lesson", "containers/first-container")))
          .orElseThrow();
  private static final int ROUNDS = Integer.getInteger("deckhand.bench.blocks", 5);

  @TempDir private Path folder;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  @Test
  void inTurns() throws IOException, InterruptedException {
    var engine =
        EngineSearch.run(
                HostMachine.current(
                    System.getenv(),
                    Path.of(System.getProperty("user.home", "/")),
                    Path.of("..").toAbsolutePath().normalize()))
            .address();
    List<Path> path =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList();
    var labs =
        new TestcontainersLabFactory(
            LabSettings.of(
                engine,
                "isolation-" + ProcessHandle.current().pid(),
                path,
                Map.of("PATH", System.getenv("PATH"))),
            Clock.systemUTC());
    Path run = folder.resolve("r");
    var folders = new SessionFolders(run, run, new Random());
    try (var one = folders.openTemporary();
        var other = folders.openTemporary();
        ConfinedLab confined =
            labs.openConfined(
                LESSON.needs(), one.folder(), ConfinementLimits.DEFAULT, BootProgress.SILENT);
        ConfinedLab ordinary =
            new OrdinaryLab(
                labs.open(LESSON.needs(), other.folder(), BootProgress.SILENT), other.folder())) {
      // the first of each warms up the program
      for (int round = 0; round <= ROUNDS; round++) {
        grade(confined, "confined", round > 0);
        grade(ordinary, "ordinary", round > 0);
      }
    }
    System.out.println("| " + LESSON.id() + " | p50 (ms) | fastest | slowest |\n|---|--:|--:|--:|");
    figures.forEach((what, measured) -> {
      List<Double> sorted = measured.stream().sorted().toList();
      System.out.printf(
          "| %s | %.0f | %.0f | %.0f |%n",
          what, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    });
  }

  private void grade(ConfinedLab lab, String kind, boolean counts)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    GradedSubmission graded =
        new SubmissionGrader(work(), GradingLimits.DEFAULT, lab, GradingFixtures.JUDGE).grade();
    long solved = System.nanoTime();
    lab.clear();
    long cleared = System.nanoTime();
    long open =
        graded.steps().stream()
            .flatMap(step -> step.tasks().stream())
            .filter(task -> !(task.outcome() instanceof Outcome.Passed))
            .count();
    if (counts && open > 0) {
      System.out.println("not counted: " + open + " tasks of a submission are open, " + kind);
    } else if (counts) {
      note(kind + ", graded", solved - begun);
      note(kind + ", of that commands", commands(graded));
      note(kind + ", lab cleared and compared", cleared - solved);
    }
  }

  private static long commands(GradedSubmission graded) {
    return graded.commands().stream().mapToLong(command -> command.took().toNanos()).sum();
  }

  private void note(String what, long nanos) {
    figures.computeIfAbsent(what, _ -> new ArrayList<>()).add(nanos / 1e6);
  }

  private SubmittedWork work() throws IOException {
    var files = new HashMap<String, String>();
    for (Step step : LESSON.steps()) {
      Script solution = step.solution();
      if (solution != null) {
        files.put("step-" + step.number() + ".sh", String.join("\n", solution.entries()) + "\n");
      }
    }
    return SubmittedWork.of(
        GradingFixtures.read(GradingFixtures.submission(folder, "own", files)), LESSON);
  }

  /** A lab of a learner: everybody's commands run in the machine's own bash. */
  private static final class OrdinaryLab implements ConfinedLab {

    private final Lab lab;
    private final SessionFolder folder;
    private Workspace workspace;

    OrdinaryLab(Lab lab, SessionFolder folder) {
      this.lab = lab;
      this.folder = folder;
      this.workspace = open();
    }

    private Workspace open() {
      return new LocalWorkspaceFactory(System.getenv(), new SecureRandom())
          .open(folder, lab.environment());
    }

    @Override
    public Lab lab() {
      return lab;
    }

    @Override
    public List<String> images() {
      return List.of();
    }

    @Override
    public Workspace terminal() {
      return workspace;
    }

    @Override
    public Workspace submitted() {
      return workspace;
    }

    @Override
    public Workspace authored() {
      return workspace;
    }

    @Override
    public void write(Collection<WorkspaceContent> files) {
      try {
        for (WorkspaceContent file : files) {
          Path place = folder.workspace().resolve(file.path());
          Files.createDirectories(place.getParent());
          Files.write(place, file.bytes());
        }
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }

    @Override
    public void pause() {}

    @Override
    public void clear() throws InterruptedException {
      workspace.close();
      lab.clear();
      if (!lab.changes().isEmpty()) {
        throw new IllegalStateException("left: " + lab.changes());
      }
      try {
        FolderTree.delete(folder.workspace());
        Files.createDirectories(folder.workspace());
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
      workspace = open();
    }

    @Override
    public void close() {
      workspace.close();
      lab.close();
    }
  }
}
