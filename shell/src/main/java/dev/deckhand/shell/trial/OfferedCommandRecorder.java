package dev.deckhand.shell.trial;

import dev.deckhand.lab.Console;
import dev.deckhand.lesson.OfferedCommand;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.step.CommandRunner;
import dev.deckhand.shell.step.TimedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Runs the commands that a step offers, in order, and records their output, including JShell's
 * after {@code java}. Commands with a placeholder in capitals and the shell's own commands are
 * skipped.
 */
final class OfferedCommandRecorder {

  /**
   * How long a command may run before Ctrl-C: longer than a {@code kubectl delete} that waits
   * thirty seconds for a process to end.
   */
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(40);

  /** A pause after a change, in which the lab settles as it would while a learner reads. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Pattern CAPITAL_WORD =
      Pattern.compile("(?<![\\w=$-])[A-Z][A-Z0-9_-]+(?![\\w=])");

  /** Words in capitals that aren't placeholders. */
  private static final Set<String> LITERAL_WORDS =
      Set.of(
          "TERM", "KILL", "HUP", "INT", "QUIT", "STOP", "CONT", "USR1", "USR2", "EOF", "END", "GET",
          "POST", "PUT", "DELETE", "PATCH", "HEAD", "HTTP");

  /** The learner's folder, shown instead of a test's temporary folder. */
  private static final String LEARNER_HOME = "/home/you/.deckhand/";

  private final CommandRunner runner;
  private final Duration pause;
  private final Map<String, String> learnerPaths;

  OfferedCommandRecorder(CommandRunner runner) {
    this(runner, PAUSE);
  }

  OfferedCommandRecorder(CommandRunner runner, Duration pause) {
    this.runner = runner;
    this.pause = pause;
    this.learnerPaths = learnerPaths(runner.shell().folder(), runner.shell().environment());
  }

  /** Maps paths of the machine that runs the test to paths of a learner. */
  static Map<String, String> learnerPaths(Path folder, Map<String, String> environment) {
    var said = new LinkedHashMap<String, String>();
    String kubeconfig = environment.get("KUBECONFIG");
    if (kubeconfig != null) {
      said.put(kubeconfig, LEARNER_HOME + "run/lab/kube/config");
    }
    said.put(folder.toString(), LEARNER_HOME + "work");
    return said;
  }

  /** Replaces the paths in an output. */
  static String withLearnerPaths(String output, Map<String, String> places) {
    String told = output;
    for (var place : places.entrySet()) {
      told = told.replace(place.getKey(), place.getValue());
    }
    return told;
  }

  /** Runs the commands of a step in the lab's current state. */
  List<RecordedOutput.RecordedCommand> record(Step step) throws InterruptedException {
    var printed = new ArrayList<RecordedOutput.RecordedCommand>();
    boolean changed = true;
    for (OfferedCommand one : offered(step)) {
      if (changed) {
        Thread.sleep(pause);
      }
      changed = one.java() || !ReadOnlyCommands.isReadOnly(one.text());
      printed.add(run(step, one));
    }
    return printed;
  }

  private static List<OfferedCommand> offered(Step step) {
    return step.offeredCommands().stream()
        .filter(one -> !one.isJshellBoundary() && isRunnable(one))
        .toList();
  }

  private static boolean isRunnable(OfferedCommand one) {
    return one.java()
        || (LearnerInputParser.parse(one.text())
                instanceof LearnerInput.RunCommand(SessionCommand.Shell _)
            && !hasPlaceholder(one.text()));
  }

  static boolean hasPlaceholder(String command) {
    String line = command.lines().findFirst().orElse("");
    return CAPITAL_WORD
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .anyMatch(word -> !LITERAL_WORDS.contains(word) && !word.startsWith("SIG"));
  }

  /** Runs a command, and stops it with Ctrl-C if it doesn't end by itself. */
  private RecordedOutput.RecordedCommand run(Step step, OfferedCommand one)
      throws InterruptedException {
    var ran = TimedCommand.run(runner, one.command(), Console.SILENT, COMMAND_TIMEOUT);
    // kubectl exits with 1 if Ctrl-C ended a watch
    int exitCode =
        ran.interrupted() ? RecordedOutput.EXIT_CODE_INTERRUPTED : ran.result().exitCode();
    String output = withLearnerPaths(ran.result().output(), learnerPaths);
    return new RecordedOutput.RecordedCommand(step.title(), one.text(), exitCode, output);
  }
}
