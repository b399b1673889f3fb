package dev.deckhand.shell.step;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.Workspace;
import dev.deckhand.session.input.SessionCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs commands where they belong. For one thread at a time, except for {@link #interrupt}.
 *
 * @param java the lab's Java; empty where the lab has none
 */
public record CommandRunner(Workspace shell, Optional<JavaShell> java) {

  /** What shells answer for a program that there is not. */
  private static final int NOT_FOUND = 127;

  /** Runs a command and returns when it is done; see {@link Workspace#run}. */
  public CommandResult run(SessionCommand.LabCommand command, Console console)
      throws InterruptedException {
    return switch (command) {
      case SessionCommand.Shell(String text) -> shell.run(text, console);
      case SessionCommand.Java(String source) ->
          java.isPresent() ? java.get().run(source, console) : rejectJava(console);
    };
  }

  /** Ctrl-C for what runs now. */
  public void interrupt() {
    java.ifPresent(JavaShell::interrupt);
    shell.interrupt();
  }

  /** Stops what runs and ends the shell; the lab ends its Java itself. */
  public void close() {
    java.ifPresent(JavaShell::interrupt);
    shell.close();
  }

  private static CommandResult rejectJava(Console console) {
    return fail(console, NOT_FOUND, "java: This lesson's lab has no Java.");
  }

  /** Ends a command that cannot run; its output is the message, without control characters. */
  public static CommandResult fail(Console console, int exitCode, String message) {
    String plain =
        message
            .codePoints()
            .map(point -> Character.isISOControl(point) ? '?' : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    byte[] bytes = (plain + "\r\n").getBytes(StandardCharsets.UTF_8);
    try {
      console.write(bytes, 0, bytes.length);
    } catch (IOException e) {
      // the terminal is gone; nobody is there to read it
    }
    return new CommandResult(exitCode, message, false, Duration.ZERO);
  }
}
