package dev.deckhand.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.check.Check;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.grade.bundle.ChainCheck;
import dev.deckhand.shell.grade.bundle.GraderKey;
import dev.deckhand.shell.grade.bundle.OneLesson;
import dev.deckhand.shell.grade.run.GradingFixtures;
import dev.deckhand.shell.loop.LabLessonFixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deckhand regrade}, on bundles of graded submissions. */
class RegradeCommandTest {

  /** The first version wants 3 replicas, and 5, of which no submission can have both. */
  private static final Lesson FIRST = lesson("scale 3", 3, 5);

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path results = Path.of("");

  private static Lesson lesson(String solution, int... replicas) {
    var checks = new ArrayList<Check>();
    for (int i = 0; i < replicas.length; i++) {
      checks.add(LabLessonFixtures.replicaCheck("c" + i, replicas[i]));
    }
    return LabLessonFixtures.lesson(
        LabLessonFixtures.step(
            1, checks, LabLessonFixtures.script("", solution), List.of(), List.of()));
  }

  @BeforeEach
  void grade() throws IOException, InterruptedException {
    results = folder.resolve("results");
    gradeAll(FIRST);
  }

  private void gradeAll(Lesson lesson) throws IOException, InterruptedException {
    for (Map.Entry<String, String> one :
        Map.of("anna", "scale 3\n", "ben", "scale 4\n", "carl", "scale 9\n").entrySet()) {
      Path submission =
          GradingFixtures.submission(folder, one.getKey(), Map.of("step-1.sh", one.getValue()));
      try (var labs = GradingFixtures.labs(folder, FaultyCalls.none(), false)) {
        store()
            .add(
                GradingFixtures.job(folder, lesson, labs)
                    .grade(GradingFixtures.read(submission), GradingFixtures.NOW)
                    .bundle()
                    .orElseThrow());
      }
    }
  }

  private BundleStore store() throws IOException {
    return BundleStore.in(results, false, GraderKey.in(folder.resolve("state/grading")));
  }

  private int points(String name) throws IOException {
    return store().find(name).orElseThrow().content().grade().score().earned().intValue();
  }

  @Test
  void whoGainsAndWhoLosesIsListedBeforeAnythingIsWritten() throws IOException {
    String chain = Files.readString(results.resolve("chain.txt"));
    for (String option : List.of("--plain", "--dry-run")) {
      assertThat(regrade(lesson("scale 3", 4, 5), "test", results.toString(), option)).isZero();
      assertThat(said(out))
          .contains(
              "Gain points: ben: 0 of 2 points before, 1 of 2 now (+1) step 1, \"check c0\": failed"
                  + " (0 of 1), now passed (1 of 1)",
              "Lose points: anna: 1 of 2 points before, 0 of 2 now (-1) step 1, \"check c0\":"
                  + " passed (1 of 1), now failed (0 of 1)",
              "Keep their points: carl: 0 of 2 points before, 0 of 2 now (0)",
              "Nothing was written.");
      assertThat(results.resolve("chain.txt")).content().isEqualTo(chain);
      assertThat(results.resolve("grades.csv")).doesNotExist();
    }
  }

  @Test
  void onceConfirmedNewBundlesFollowInTheChainAndTheOldOnesAreKept() throws IOException {
    Lesson changed = lesson("scale 3", 4, 5);
    assertThat(regrade(changed, "test", results.toString(), "--yes")).isZero();
    assertThat(points("anna")).isZero();
    assertThat(points("ben")).isEqualTo(1);
    assertThat(points("carl")).isZero();
    assertThat(ChainCheck.of(results).problems()).isEmpty();
    assertThat(results.resolve("anna/bundle-1.txt")).exists();
    assertThat(results.resolve("ben/grade.json")).content().contains("graded again");
    assertThat(results.resolve("grades.csv")).content().contains("anna", "ben", "carl");
    assertThat(run(changed, "grade", "verify", results.toString())).isZero();

    String chain = Files.readString(results.resolve("chain.txt"));
    Files.delete(results.resolve("grades.csv"));
    assertThat(regrade(changed, "test", results.toString(), "--yes")).isZero();
    assertThat(said(out)).contains("ben: nothing changes.");
    assertThat(results.resolve("chain.txt")).content().isEqualTo(chain);
    assertThat(results.resolve("grades.csv")).exists();
  }

  @Test
  void whereTheEvidenceIsNotEnoughALabIsNeededAndTheGradeStays() throws Exception {
    // all checks passed at once, so nothing tells what would have come later
    gradeAll(lesson("scale 3", 3));
    assertThat(regrade(lesson("scale 3", 4), "test", results.toString(), "--yes")).isEqualTo(4);
    assertThat(said(out))
        .contains(
            "Have to run in a lab again, and keep their grades until then: anna: Step 1, \"check"
                + " c0\": recording ended before it could have passed.",
            "ben: 0 of 1 points before, 1 of 1 now (+1)");
    assertThat(points("anna")).isEqualTo(1);

    for (Lesson other :
        List.of(
            lesson("scale 7", 4),
            LabLessonFixtures.lesson(GradingFixtures.step(1, 3), GradingFixtures.step(2, 4)))) {
      assertThat(regrade(other, "test", results.toString(), "--yes")).isEqualTo(4);
      assertThat(said(out)).contains("Have to run in a lab again").doesNotContain("now (");
      assertThat(points("anna")).isEqualTo(1);
    }
  }

  @Test
  void aDamagedBundleKeepsNobodyElseFromTheirPoints() throws IOException {
    Files.writeString(results.resolve("anna/bundle.txt"), "{}");
    assertThat(regrade(lesson("scale 3", 4, 5), "test", results.toString(), "--yes")).isEqualTo(4);
    assertThat(said(out)).contains("anna: its bundle isn't whole");
    assertThat(points("ben")).isEqualTo(1);
    assertThat(results.resolve("anna/bundle.txt")).content().isEqualTo("{}");
  }

  @Test
  void programsReadJsonAndNothingElse() throws IOException {
    assertThat(regrade(lesson("scale 3", 4, 5), "test", results.toString(), "--json")).isZero();
    JsonNode json = new JsonMapper().readTree(out.toByteArray());
    assertThat(json.get("written").asBoolean()).isFalse();
    assertThat(json.get("submissions")).hasSize(3);
    assertThat(json.get("submissions").get(1).get("submission").asText()).isEqualTo("ben");
    assertThat(json.get("submissions").get(1).get("gained").asInt()).isEqualTo(1);
    assertThat(said(err)).isEmpty();
    assertThat(regrade(FIRST, "test", folder.toString(), "--json")).isEqualTo(2);
    assertThat(new JsonMapper().readTree(out.toByteArray()).get("error").asText())
        .contains("has no bundles");
  }

  private int regrade(Lesson lesson, String... arguments) throws IOException {
    var words = new ArrayList<>(List.of("regrade"));
    words.addAll(List.of(arguments));
    return run(lesson, words.toArray(String[]::new));
  }

  private int run(Lesson lesson, String... words) throws IOException {
    out.reset();
    err.reset();
    var environment =
        new ProgramEnvironment(
            Map.of("DECKHAND_STATE", folder.resolve("state").toString(), "COLUMNS", "400"),
            folder,
            folder,
            Path.of("/tmp"),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            Clock.fixed(GradingFixtures.NOW, ZoneOffset.UTC),
            new Random(1));
    return new DeckhandCli(withLesson(new Wiring(environment), lesson)).run(words);
  }

  /** The program with another library. */
  private static CommandContext withLesson(CommandContext usual, Lesson lesson) {
    return (CommandContext)
        Proxy.newProxyInstance(
            CommandContext.class.getClassLoader(),
            new Class<?>[] {CommandContext.class},
            (_, method, arguments) -> {
              if (method.getName().equals("library")) {
                return new OneLesson(lesson);
              }
              try {
                Object value = method.invoke(usual, arguments);
                return value instanceof CommandContext other ? withLesson(other, lesson) : value;
              } catch (InvocationTargetException thrown) {
                throw Objects.requireNonNull(thrown.getCause());
              }
            });
  }

  private static String said(ByteArrayOutputStream where) {
    return where.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
  }
}
