package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.UserError;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deckhand lesson}: for authors. Its commands are {@code Lesson*Command}. */
@Command(
    name = "lesson",
    mixinStandardHelpOptions = true,
    description = "For authors: create, preview, lint and test lessons, and make pages of them.",
    synopsisSubcommandLabel = "COMMAND")
public final class LessonCommand implements Callable<Integer> {

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public LessonCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws UserError {
    throw new UserError(
        "\"deckhand lesson\" needs a command.",
        "deckhand lesson new, preview, lint, test, page, or schema.");
  }

  CommandContext context() {
    return context;
  }

  CommandConsole console() {
    return deckhand.console(context);
  }

  boolean yes() {
    return deckhand.yes;
  }
}
