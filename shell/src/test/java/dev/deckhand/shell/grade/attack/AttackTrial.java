package dev.deckhand.shell.grade.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.deckhand.file.FolderTree;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.StepGrade;
import dev.deckhand.shell.grade.CommandRecord;
import dev.deckhand.shell.grade.run.GradingResult;
import dev.deckhand.shell.report.GradingOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Grades attacks on one lesson, each with the same labs, and looks at what they leave: their grade,
 * what is on the engine, a file and a port of the machine.
 */
final class AttackTrial implements AutoCloseable {

  private static final String SECRET = "nobody may read or change this\n";

  private static final Pattern MISSING_PROGRAM =
      Pattern.compile(
          // a builder that misses a file puts its name in quotes
          "(?m)(command not found|executable file not found|(?<!\"): not found$|failed to run)");

  private final Path folder;
  private final Path canary;
  private final HttpServer port;
  private final OwnedResources engine;
  private final AttackedGrader grader;
  private final String earningCommand;
  private final int containers;

  /**
   * @param earningCommand solves a part of the first step
   * @param resources of each lab, as in {@code DECKHAND_LIMITS}
   * @param containers how many a lab has that waits for its next submission
   */
  AttackTrial(String lesson, String earningCommand, String resources, int containers)
      throws IOException {
    String owner = "attacks-" + ProcessHandle.current().pid() + "-" + lesson.replace('/', '-');
    this.engine = OwnedResources.orSkip(owner);
    this.folder = Files.createTempDirectory("dh");
    this.canary =
        Files.writeString(Files.createDirectory(folder.resolve("canary")).resolve("c"), SECRET);
    // on all addresses, so that it can be reached by any path that leads to this machine
    this.port = HttpServer.create(new InetSocketAddress((InetAddress) null, 0), 0);
    this.port.createContext(
        "/",
        exchange -> {
          // what an engine answers that has no containers
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("[]".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    this.port.start();
    engine.assertReachable(port.getAddress().getPort());
    this.grader = new AttackedGrader(lesson, folder, owner, resources);
    this.earningCommand = earningCommand;
    this.containers = containers;
  }

  /** Grades it and compares everything with what must be. */
  void run(SubmissionCase attack) throws IOException, InterruptedException {
    Path place = Files.createDirectories(folder.resolve("in").resolve(attack.name()));
    Path submission = new CaseFiles(attack, earningCommand, this::fillIn).write(place);

    GradingResult result = grader.grade(submission, attack.hangs());

    switch (result.outcome()) {
      case GradingOutcome.NotGraded refused ->
          assertThat(refused.kind().name()).as(refused.reason()).isEqualTo(attack.notGraded());
      case GradingOutcome.Graded(var report) -> {
        assertThat(attack.notGraded()).as("it was graded").isEmpty();
        assertItProvesSomething(attack, result.bundle().orElseThrow().commands());
        assertThat(earned(report.grade()))
            .as(() -> report.grade().steps().getFirst() + "\n" + report.run())
            .isEqualTo(new TreeMap<>(attack.earned()));
        assertThat(report.grade().isFinal()).as("nothing is undecided").isTrue();
        assertThat(remarks(report.grade())).contains(attack.remark());
      }
    }
    assertUnharmed();
    FolderTree.delete(place);
  }

  /** An attack that only fails for want of a program says nothing about the grader. */
  private static void assertItProvesSomething(SubmissionCase attack, List<CommandRecord> commands) {
    if (!attack.control().isEmpty()) {
      assertThat(commands.getFirst().output())
          .as("the same is possible where it's allowed")
          .endsWith(SubmissionCase.CONTROL_WORKED);
    }
    if (!attack.missingPrograms()) {
      assertThat(commands)
          .as("every program that it calls is there")
          .noneMatch(command -> MISSING_PROGRAM.matcher(command.output()).find());
    }
  }

  private String fillIn(String text) {
    return text.replace("@CANARY@", canary.toString())
        .replace("@GATEWAY@", engine.gateway())
        .replace("@PORT@", Integer.toString(port.getAddress().getPort()));
  }

  private static Map<Integer, Long> earned(Grade grade) {
    var earned = new TreeMap<Integer, Long>();
    for (StepGrade step : grade.steps()) {
      if (step.earned() > 0) {
        earned.put(step.number(), step.earned());
      }
    }
    return earned;
  }

  private static String remarks(Grade grade) {
    var remarks = new ArrayList<>(grade.remarks());
    grade.steps().forEach(step -> remarks.addAll(step.remarks()));
    return String.join("\n", remarks);
  }

  private void assertUnharmed() throws IOException {
    assertThat(canary).hasContent(SECRET);
    try (Stream<Path> files = Files.list(canary.getParent())) {
      assertThat(files).containsExactly(canary);
    }
    assertThat(engine.containers())
        .as("a lab that waits, and nothing of the submission")
        .hasSizeLessThanOrEqualTo(containers);
  }

  /** Closes the labs, and asserts that nothing of them is left. */
  @Override
  public void close() throws IOException {
    grader.close();
    port.stop(0);
    try (engine) {
      assertThat(engine.containers()).isEmpty();
      assertThat(engine.networksAndVolumes()).isEmpty();
    }
    FolderTree.delete(folder);
  }
}
