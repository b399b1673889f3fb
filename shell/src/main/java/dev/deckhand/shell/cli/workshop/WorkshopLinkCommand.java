package dev.deckhand.shell.cli.workshop;

import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code deckhand workshop link}. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Print a new link for the instructor of a workshop that is being served on this machine.",
      "It works once; browsers that are the instructor's already stay so."
    })
public final class WorkshopLinkCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "The workshop's name.")
  String name = "";

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public WorkshopLinkCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, UserError {
    return WorkshopProgram.load()
        .link(context, deckhand.console(context), WorkshopCommand.folder(context, name))
        .code();
  }
}
