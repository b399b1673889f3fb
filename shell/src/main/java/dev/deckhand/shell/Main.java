package dev.deckhand.shell;

import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import java.io.Console;
import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;

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
    boolean terminal = atTerminal();
    var environment =
        new ProgramEnvironment(
            System.getenv(),
            Path.of(System.getProperty("user.home", ".")),
            Path.of(System.getProperty("deckhand.home", ".")),
            Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
            System.in,
            System.out,
            System.err,
            terminal,
            terminal,
            Clock.system(ZoneId.systemDefault()),
            new SecureRandom());
    System.exit(new DeckhandCli(new Wiring(environment)).run(args));
  }

  /** Returns whether input and output are a terminal. The console is null if the JDK has none. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
