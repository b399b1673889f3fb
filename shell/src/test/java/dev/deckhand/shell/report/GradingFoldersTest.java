package dev.deckhand.shell.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready folders for Gradescope and GitHub Actions, with a program that plays Deckhand. */
class GradingFoldersTest {

  private static final Path FOLDERS = Path.of("../docs/grading").toAbsolutePath().normalize();

  private static final String WRITES_RESULTS = "printf '{\"score\": 1}' >\"${@: -1}\"";

  @TempDir private Path folder;

  @BeforeEach
  void autograder() throws IOException {
    Files.createDirectories(folder.resolve("autograder/source"));
    Files.createDirectories(folder.resolve("autograder/results"));
    Files.createDirectories(folder.resolve("install"));
    Files.writeString(
        folder.resolve("autograder/source/settings.sh"), "export DECKHAND_LESSON=a/b\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void gradescopeGetsAGradeWhetherItIsFullOrNot(int code) throws Exception {
    deckhand(WRITES_RESULTS + "; echo \"$@\"; exit " + code);

    Run run = autograde();

    assertThat(run.code()).isZero();
    assertThat(results()).hasContent("{\"score\": 1}");
    assertThat(run.output())
        .contains(
            "grade a/b --submission " + folder + "/autograder/submission --format gradescope");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 5})
  void withoutACompleteGradeGradescopeGetsNoFileNotEvenAnOldOne(int code) throws Exception {
    deckhand("exit " + code);
    Files.writeString(results(), "{\"score\": 10}");

    Run run = autograde();

    assertThat(run.code()).isEqualTo(code == 0 || code == 3 ? 1 : code);
    assertThat(results()).doesNotExist();
    assertThat(run.output()).contains("There is no complete grade");
  }

  @Test
  void aGraderThatDiesAfterItsReportHasNoGrade() throws Exception {
    deckhand(WRITES_RESULTS + "; exit 137");

    assertThat(autograde().code()).isEqualTo(137);
    assertThat(results()).doesNotExist();
  }

  @Test
  void aZipThatLacksSomethingIsRefused() throws Exception {
    Run run =
        run(
            Map.of(
                "AUTOGRADER_ROOT", folder.resolve("autograder").toString(),
                "DECKHAND_INSTALL", folder.resolve("install").toString()),
            FOLDERS.resolve("gradescope/setup.sh").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).contains("The zip has no deckhand.tar.gz.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4})
  void aJobShowsTheReportsAndEndsLikeTheGrader(int code) throws Exception {
    deckhand(
        "out=${@: -1}; mkdir -p \"$out\" \"$out/evidence\"; echo '::error title=mine::printed' >&2;"
            + " echo 'a hidden task'; echo '::notice title=N::1 of 2 points.' >\"$out/annotations.txt\";"
            + " echo '## ada' >\"$out/summary.md\"; exit "
            + code);
    Path summary = Files.writeString(folder.resolve("summary"), "before\n");

    Run run = job(summary);

    assertThat(run.code()).isEqualTo(code);
    assertThat(summary).hasContent("before\n## ada\n");
    List<String> lines = run.output().lines().toList();
    String token = lines.getFirst().substring("::stop-commands::".length());
    assertThat(token).matches("[0-9a-f]{32}");
    assertThat(lines.indexOf("::error title=mine::printed"))
        .isBetween(1, lines.indexOf("::" + token + "::"));
    assertThat(lines.indexOf("::notice title=N::1 of 2 points."))
        .isGreaterThan(lines.indexOf("::" + token + "::"));
    assertThat(run.output().contains("title=No complete grade")).isEqualTo(code == 4);
    assertThat(run.output()).doesNotContain("a hidden task");
    assertThat(folder.resolve("report"))
        .isDirectoryNotContaining("glob:**/evidence")
        .isDirectoryContaining("glob:**/summary.md");
  }

  @Test
  void aJobWithoutAReportFails() throws Exception {
    deckhand("exit 0");

    assertThat(job(folder.resolve("summary")).code()).isEqualTo(1);
  }

  @Test
  void aJobShowsNothingOfAnEarlierRun() throws Exception {
    deckhand("exit 4");
    Files.createDirectories(folder.resolve("report"));
    Files.writeString(folder.resolve("report/annotations.txt"), "::notice title=old::10 of 10\n");

    assertThat(job(folder.resolve("summary")).output()).doesNotContain("title=old");
  }

  private Run job(Path summary) throws Exception {
    return run(
        Map.of(
            "DECKHAND", folder.resolve("install/deckhand").toString(),
            "GITHUB_STEP_SUMMARY", summary.toString()),
        FOLDERS.resolve("actions/grade.sh").toString(),
        "a/b",
        "submission",
        folder.resolve("report").toString());
  }

  private Run autograde() throws Exception {
    return run(
        Map.of(
            "AUTOGRADER_ROOT", folder.resolve("autograder").toString(),
            "DECKHAND_INSTALL", folder.resolve("install").toString()),
        FOLDERS.resolve("gradescope/run_autograder").toString());
  }

  private Path results() {
    return folder.resolve("autograder/results/results.json");
  }

  private void deckhand(String script) throws IOException {
    Path program = folder.resolve("install/deckhand");
    Files.writeString(program, "#!/usr/bin/env bash\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private record Run(int code, String output) {}

  private static Run run(Map<String, String> environment, String... command) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
