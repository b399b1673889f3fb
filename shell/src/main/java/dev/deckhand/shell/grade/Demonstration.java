package dev.deckhand.shell.grade;

import dev.deckhand.lab.Console;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lesson.Entries;
import dev.deckhand.lesson.Offered;
import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Line;
import dev.deckhand.session.Lines;
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
final class Demonstration {

  /**
   * How long a command may go on before Ctrl-C: longer than a {@code kubectl delete} that gives a
   * deaf process its thirty seconds.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Somebody reads, and lets the lab do its work, before going on from what changed it. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Pattern CAPITALS =
      Pattern.compile("(?<![\\w=$-])[A-Z][A-Z0-9_-]+(?![\\w=])");

  /** Words in capitals that are meant. */
  private static final Set<String> MEANT =
      Set.of(
          "TERM", "KILL", "HUP", "INT", "QUIT", "STOP", "CONT", "USR1", "USR2", "EOF", "END", "GET",
          "POST", "PUT", "DELETE", "PATCH", "HEAD", "HTTP");

  /** Where a learner would have what has another place while a lesson is tested. */
  private static final String HOME = "/home/you/.deckhand/";

  private final Workspace workspace;
  private final Duration pause;
  private final Map<String, String> places;

  Demonstration(Workspace workspace) {
    this(workspace, PAUSE);
  }

  Demonstration(Workspace workspace, Duration pause) {
    this.workspace = workspace;
    this.pause = pause;
    this.places = places(workspace.folder(), workspace.environment());
  }

  /** What is said for the folders of the machine that runs the test: they are nobody's business. */
  static Map<String, String> places(Path folder, Map<String, String> environment) {
    var said = new LinkedHashMap<String, String>();
    String kubeconfig = environment.get("KUBECONFIG");
    if (kubeconfig != null) {
      said.put(kubeconfig, HOME + "run/lab/kube/config");
    }
    said.put(folder.toString(), HOME + "work");
    return said;
  }

  /** What was printed, with the places of a learner. */
  static String atHome(String output, Map<String, String> places) {
    String told = output;
    for (var place : places.entrySet()) {
      told = told.replace(place.getKey(), place.getValue());
    }
    return told;
  }

  /** Types a step's commands, in the lab as it is. */
  List<Printed.Command> of(Step step) throws InterruptedException {
    var printed = new ArrayList<Printed.Command>();
    boolean changed = true;
    for (Offered one : offered(step)) {
      if (changed) {
        Thread.sleep(pause);
      }
      changed = one.java() || !Glance.only(one.text());
      printed.add(run(step, one));
    }
    return printed;
  }

  private static List<Offered> offered(Step step) {
    return step.offers().stream().filter(one -> !one.isDoor() && isTyped(one)).toList();
  }

  private static boolean isTyped(Offered one) {
    return one.java()
        || (Lines.read(one.text()) instanceof Line.Command && !hasPlaceholder(one.text()));
  }

  static boolean hasPlaceholder(String command) {
    String line = command.lines().findFirst().orElse("");
    return CAPITALS
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .anyMatch(word -> !MEANT.contains(word) && !word.startsWith("SIG"));
  }

  /** Runs one, and stops it as its learner would where it does not end by itself. */
  private Printed.Command run(Step step, Offered one) throws InterruptedException {
    String entry = one.java() ? Entries.ofJava(one.text()) : one.text();
    var ran = TimedCommand.run(workspace, entry, Console.SILENT, PATIENCE);
    // kubectl ends with 1 where it watched until Ctrl-C
    int exitCode = ran.interrupted() ? Printed.UNTIL_CTRL_C : ran.result().exitCode();
    String output = atHome(ran.result().output(), places);
    return new Printed.Command(step.title(), one.text(), exitCode, output);
  }
}
