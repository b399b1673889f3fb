package dev.deckhand.shell.trial;

import dev.deckhand.lab.Console;
import dev.deckhand.lesson.OfferedCommand;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.loop.CommandRunner;
import dev.deckhand.shell.loop.TimedCommand;
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
 * Types the commands that a step offers, one after the other as somebody would who follows the
 * text, and keeps what they print: lines behind {@code java} from JShell. What cannot be typed as
 * it stands is passed over: a name in capitals that the learner has to replace, and the shell's own
 * words.
 */
final class OfferedCommandRecorder {

  /**
   * How long a command may go on before Ctrl-C: longer than a {@code kubectl delete} that gives a
   * deaf process its thirty seconds.
   */
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(40);

  /** Somebody reads, and lets the lab do its work, before going on from what changed it. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Pattern CAPITAL_WORD =
      Pattern.compile("(?<![\\w=$-])[A-Z][A-Z0-9_-]+(?![\\w=])");

  /** Words in capitals that are meant. */
  private static final Set<String> LITERAL_WORDS =
      Set.of(
          "TERM", "KILL", "HUP", "INT", "QUIT", "STOP", "CONT", "USR1", "USR2", "EOF", "END", "GET",
          "POST", "PUT", "DELETE", "PATCH", "HEAD", "HTTP");

  /** Where a learner would have what has another place while a lesson is tested. */
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

  /** What is said for the folders of the machine that runs the test: they are nobody's business. */
  static Map<String, String> learnerPaths(Path folder, Map<String, String> environment) {
    var said = new LinkedHashMap<String, String>();
    String kubeconfig = environment.get("KUBECONFIG");
    if (kubeconfig != null) {
      said.put(kubeconfig, LEARNER_HOME + "run/lab/kube/config");
    }
    said.put(folder.toString(), LEARNER_HOME + "work");
    return said;
  }

  /** What was printed, with the places of a learner. */
  static String withLearnerPaths(String output, Map<String, String> places) {
    String told = output;
    for (var place : places.entrySet()) {
      told = told.replace(place.getKey(), place.getValue());
    }
    return told;
  }

  /** Types a step's commands, in the lab as it is. */
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

  /** Runs one, and stops it as its learner would where it does not end by itself. */
  private RecordedOutput.RecordedCommand run(Step step, OfferedCommand one)
      throws InterruptedException {
    var ran = TimedCommand.run(runner, one.command(), Console.SILENT, COMMAND_TIMEOUT);
    // kubectl ends with 1 where it watched until Ctrl-C
    int exitCode =
        ran.interrupted() ? RecordedOutput.EXIT_CODE_INTERRUPTED : ran.result().exitCode();
    String output = withLearnerPaths(ran.result().output(), learnerPaths);
    return new RecordedOutput.RecordedCommand(step.title(), one.text(), exitCode, output);
  }
}
