package dev.deckhand.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.journal.StateFolder;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the program; the only class that reads the environment and exits the process. */
public final class Main {

  private Main() {}

  /** Runs the command line and exits with its exit code. */
  public static void main(String[] args) {
    String mark = System.getProperty("deckhand.screen", "");
    if (!mark.isEmpty()) {
      // remains if the process is killed: the launcher then restores the screen
      new File(mark).deleteOnExit();
    }
    Map<String, String> variables = System.getenv();
    Path home = Path.of(System.getProperty("user.home", "."));
    Optional<String> answer = quickAnswer(args, StateFolder.of(variables, home));
    if (answer.isPresent()) {
      System.out.writeBytes(answer.get().getBytes(UTF_8));
      System.out.flush();
      // without System.exit, which looks for a logger in all jars first
      return;
    }
    System.exit(run(variables, home, args));
  }

  private static Optional<String> quickAnswer(String[] args, StateFolder state) {
    try {
      return QuickAnswer.to(List.of(args), state);
    } catch (IOException unreadable) {
      // the command itself says what is wrong, or does without
      return Optional.empty();
    }
  }

  private static int run(Map<String, String> variables, Path home, String... args) {
    boolean terminal = atTerminal();
    var environment =
        new ProgramEnvironment(
            variables,
            home,
            Path.of(System.getProperty("deckhand.home", ".")),
            Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
            System.in,
            System.out,
            System.err,
            terminal,
            terminal,
            Clock.system(ZoneId.systemDefault()),
            new SecureRandom());
    return new DeckhandCli(new Wiring(environment)).run(args);
  }

  /** Returns whether input and output are a terminal. The console is null if the JDK has none. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
