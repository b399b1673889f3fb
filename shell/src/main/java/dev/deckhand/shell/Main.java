package dev.deckhand.shell;

import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import java.io.Console;
import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** The program's door: the one place where environment, streams and exit meet the rest. */
public final class Main {

  private Main() {}

  /** Runs the command line, and ends the process with its exit code. */
  public static void main(String[] args) {
    String mark = System.getProperty("deckhand.screen", "");
    if (!mark.isEmpty()) {
      // stays where the process is killed: the launcher then cleans the screen up
      new File(mark).deleteOnExit();
    }
    boolean terminal = atTerminal();
    var environment =
        new ProgramEnvironment(
            System.getenv(),
            Path.of(System.getProperty("user.home", ".")),
            Path.of(System.getProperty("deckhand.home", ".")),
            System.in,
            System.out,
            System.err,
            terminal,
            terminal,
            Clock.systemUTC(),
            new SecureRandom());
    System.exit(new DeckhandCli(new Wiring(environment)).run(args));
  }

  /** Whether both ends are a terminal. A JDK may have no console at all, and then says null. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
