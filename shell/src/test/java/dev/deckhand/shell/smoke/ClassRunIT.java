package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.lesson.pack.RecordJson;
import dev.deckhand.shell.grade.attack.CaseFiles;
import dev.deckhand.shell.grade.attack.SubmissionCase;
import dev.deckhand.shell.grade.bundle.Bundle;
import dev.deckhand.shell.grade.bundle.BundleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Classes of mixed submissions, graded twice, once with a {@code kill -9} in the middle. {@code
 * -Dattacks=all} grades all forty of each, as the nightly run does; otherwise, those with a cluster
 * are a few and graded once, since each run starts clusters.
 */
@Tag("docker")
class ClassRunIT {

  private static final boolean ALL = "all".equals(System.getProperty("attacks"));
  private static final int KEPT_BEFORE_THE_KILL = 3;
  private static final Pattern SCRIPT =
      Pattern.compile("@(solution|alternative|wrong) (\\d)(?:\\.(\\d))?@");

  /** Container names, ends of Pod names, ids, and what a program wrote last. */
  private static final Pattern DRAWN =
      Pattern.compile(
          "\\b[a-z]+_[a-z]+\\d?\\b"
              + "|(?<=-[bcdf-hj-np-tv-z2-9]{1,10}-)[bcdf-hj-np-tv-z2-9]{5}\\b"
              + "|\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
              + "|(?<=its last line was: )[^\"]*");

  private static final RecordJson JSON = new RecordJson(List.of(Observation.class, Outcome.class));

  @TempDir private Path folder;

  /**
   * A class of one lesson.
   *
   * @param earningCommand solves a part of the first step
   * @param options of the command that grades it
   */
  private record SchoolClass(LessonId lesson, String earningCommand, List<String> options) {

    List<SubmissionCase> cases() throws IOException {
      return SubmissionCase.of("classes", lesson.toString(), ALL);
    }

    String[] arguments(Path handedIn, Path out) {
      var arguments =
          new ArrayList<>(
              List.of(
                  "grade",
                  lesson.toString(),
                  "--all",
                  handedIn.toString(),
                  "--out",
                  out.toString(),
                  "--format",
                  "json,csv"));
      arguments.addAll(options);
      return arguments.toArray(String[]::new);
    }

    /** Replaces the names of the lesson's scripts by what is in them. */
    String withScripts(String text) {
      Lesson read = PackLibrary.builtIn().lesson(lesson).orElseThrow();
      return SCRIPT
          .matcher(text)
          .replaceAll(found -> {
            Step step = read.steps().get(Integer.parseInt(found.group(2)) - 1);
            var scripts = new ArrayList<Script>();
            switch (found.group(1)) {
              case "solution" -> scripts.add(step.solution());
              case "alternative" -> scripts.addAll(step.alternatives());
              default -> scripts.addAll(step.wrongs());
            }
            int number = found.group(3) == null ? 1 : Integer.parseInt(found.group(3));
            return Matcher.quoteReplacement(String.join("\n", scripts.get(number - 1).entries()));
          });
    }
  }

  @Test
  void aClassWithAnEngineGetsTheExpectedGradesTwiceAndAfterAKill() throws Exception {
    grade(
        new SchoolClass(
            LessonId.of("containers/first-container"),
            "docker run --name hello busybox:1.37 echo ahoy",
            List.of("--patience", "1s", "--parallel", "2")),
        true);
  }

  @Test
  void aClassWithAClusterGetsTheExpectedGrades() throws Exception {
    // all with the patience that teachers have; the few of each build don't need as much
    List<String> options =
        ALL ? List.of("--parallel", "3") : List.of("--parallel", "1", "--patience", "5s");
    grade(
        new SchoolClass(
            LessonId.of("kubernetes/anatomy"), "kubectl label node deckhand deck=upper", options),
        ALL);
  }

  /**
   * @param twice whether to grade it again, and to kill the first run
   */
  private void grade(SchoolClass school, boolean twice) throws Exception {
    List<SubmissionCase> cases = school.cases();
    Path handedIn = Files.createDirectory(folder.resolve("in"));
    for (SubmissionCase submission : cases) {
      new CaseFiles(submission, school.earningCommand(), school::withScripts).write(handedIn);
    }
    var program = new PackagedProgram(folder).withRenderers();
    try (var engine = HostEngineInspector.orSkip(program.state().ownerLabel())) {
      Path once = folder.resolve("once");
      Path again = twice ? folder.resolve("again") : once;

      List<String> kept =
          twice ? killWhileItGrades(program, once, school.arguments(handedIn, once)) : List.of();
      run(program, once, school.arguments(handedIn, once));
      List<String> chain = chain(once);
      assertThat(chain.subList(0, kept.size())).as("what was final stays").isEqualTo(kept);
      assertThat(chain.stream().map(ClassRunIT::nameOf))
          .as("nothing is graded twice")
          .doesNotHaveDuplicates();
      if (twice) {
        run(program, again, school.arguments(handedIn, again));
      }

      var asserted = new SoftAssertions();
      for (SubmissionCase submission : cases) {
        asserted.check(() -> assertResult(submission, once, again));
      }
      asserted.assertAll();
      assertThat(Files.readAllLines(once.resolve("grades.csv")))
          .as("a line for each submission, under the titles")
          .hasSize(cases.size() + 1);
      assertThat(engine.sessions()).isEmpty();
      assertThat(engine.leftovers()).isEmpty();
    }
  }

  /** Kills it as soon as some results are kept; returns the chain as it was left. */
  private List<String> killWhileItGrades(PackagedProgram program, Path out, String... arguments)
      throws IOException, InterruptedException {
    Process process = program.begin(folder.resolve("killed.txt"), arguments);
    try {
      while (chain(out).size() < KEPT_BEFORE_THE_KILL && process.isAlive()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    List<String> kept = chain(out);
    assertThat(kept).as(Files.readString(folder.resolve("killed.txt"))).isNotEmpty();
    return kept;
  }

  private static void run(PackagedProgram program, Path out, String... arguments)
      throws IOException, InterruptedException {
    Path said = out.resolveSibling("said.txt");
    Process process = program.begin(said, arguments);
    try {
      assertThat(process.waitFor(30, TimeUnit.MINUTES)).as(Files.readString(said)).isTrue();
      // 2: submissions that can't be read are part of the class
      assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(2);
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> chain(Path out) throws IOException {
    Path chain = out.resolve(BundleStore.CHAIN);
    return Files.exists(chain)
        ? Files.readString(chain).lines().filter(line -> line.length() > 65).toList()
        : List.of();
  }

  private static String nameOf(String line) {
    return line.substring(65);
  }

  private static void assertResult(SubmissionCase submission, Path once, Path again)
      throws IOException {
    String name = submission.name();
    assertThat(once.resolve(name).resolve("grade.json")).isNotEmptyFile();
    if (!submission.notGraded().isEmpty()) {
      assertThat(once.resolve(name).resolve(BundleStore.FILE)).doesNotExist();
      assertThat(once.resolve(name).resolve("grade.json"))
          .hasSameTextualContentAs(again.resolve(name).resolve("grade.json"));
      return;
    }
    var grade = bundle(once, name).content().grade();
    assertThat(earned(grade.steps())).as(name).isEqualTo(new TreeMap<>(submission.earned()));
    assertThat(json(grade)).as(name).isEqualTo(json(bundle(again, name).content().grade()));
  }

  /** A grade as it's signed, without what is drawn anew in each lab. */
  private static String json(Grade grade) {
    return DRAWN.matcher(new String(JSON.write(grade), StandardCharsets.UTF_8)).replaceAll("drawn");
  }

  private static Bundle bundle(Path out, String name) throws IOException {
    return Bundle.read(Files.readAllBytes(out.resolve(name).resolve(BundleStore.FILE)));
  }

  private static Map<Integer, Long> earned(List<StepGrade> steps) {
    var earned = new TreeMap<Integer, Long>();
    steps.stream()
        .filter(step -> step.earned() > 0)
        .forEach(step -> earned.put(step.number(), step.earned()));
    return earned;
  }
}
