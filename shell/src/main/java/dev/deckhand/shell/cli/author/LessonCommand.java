package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
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
public final class LessonCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  private final CommandContext context;

  public LessonCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    voice()
        .error(
            "\"deckhand lesson\" needs a command.",
            "deckhand lesson new, preview, lint, test, page, or schema.");
    return ExitCode.USAGE.code();
  }

  CommandContext ports() {
    return context;
  }

  CommandConsole voice() {
    return new CommandConsole(context.environment(), parent != null && parent.plain);
  }

  boolean yes() {
    return parent != null && parent.yes;
  }

  boolean plain() {
    return parent != null && parent.plain;
  }
}
