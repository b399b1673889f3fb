package dev.deckhand.shell.grade;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Line;
import dev.deckhand.session.Lines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Types the commands that a step offers, one after the other as somebody would who follows the
 * text, and keeps what they print. What cannot be typed as it stands is passed over: a name in
 * capitals that the learner has to replace, and the shell's own words.
 */
final class Demonstration {

  /**
   * How long a command may go on before Ctrl-C: longer than the ten seconds of a patient docker
   * stop.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** Somebody reads, and lets the lab do its work, before looking at what came of a command. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Pattern CAPITALS =
      Pattern.compile("(?<![\\w=$-])[A-Z][A-Z0-9_-]+(?![\\w=])");

  /** Words in capitals that are meant. */
  private static final Set<String> MEANT =
      Set.of(
          "TERM", "KILL", "HUP", "INT", "QUIT", "STOP", "CONT", "USR1", "USR2", "EOF", "END", "GET",
          "POST", "PUT", "DELETE", "PATCH", "HEAD", "HTTP");

  private final Workspace workspace;

  Demonstration(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Types a step's commands, in the lab as it is. */
  List<Printed.Command> of(Step step) throws InterruptedException {
    var printed = new ArrayList<Printed.Command>();
    boolean changed = true;
    for (String command : step.offered()) {
      if (!(Lines.read(command) instanceof Line.Command) || hasPlaceholder(command)) {
        continue;
      }
      if (changed && Glance.only(command)) {
        Thread.sleep(PAUSE);
      }
      changed = !Glance.only(command);
      CommandResult result = run(command);
      printed.add(new Printed.Command(step.title(), command, result.exitCode(), result.output()));
    }
    return printed;
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
  private CommandResult run(String command) throws InterruptedException {
    var over = new CountDownLatch(1);
    Thread.ofVirtual().name("ctrl-c").start(() -> interruptUntil(over));
    try {
      return workspace.run(command, Console.NONE);
    } finally {
      over.countDown();
    }
  }

  private void interruptUntil(CountDownLatch over) {
    try {
      Duration wait = PATIENCE;
      while (!over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        workspace.interrupt();
        wait = AGAIN;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
