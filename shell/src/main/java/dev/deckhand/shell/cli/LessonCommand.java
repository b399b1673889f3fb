package dev.deckhand.shell.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand lesson}: for authors. Its commands are {@code Lesson*Command}. */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    description = "For authors: begin, look at, lint and test lessons, and make pages of them.",
    synopsisSubcommandLabel = "COMMAND")
final class LessonCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  private final Ports ports;

  LessonCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() {
    voice()
        .trouble(
            "\"deckhand lesson\" needs a command.",
            "deckhand lesson new, preview, lint, test, page, or schema.");
    return ExitCode.USAGE.code();
  }

  Ports ports() {
    return ports;
  }

  Voice voice() {
    return new Voice(ports.outside(), parent != null && parent.plain);
  }

  boolean yes() {
    return parent != null && parent.yes;
  }

  boolean plain() {
    return parent != null && parent.plain;
  }
}
