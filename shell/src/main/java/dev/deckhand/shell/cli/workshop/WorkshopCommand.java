package dev.deckhand.shell.cli.workshop;

import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deckhand workshop}. */
@Command(
    name = "workshop",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Teach a course to a room of people, in their browsers and SSH clients.")
public final class WorkshopCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  /** Prints the help. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** The folder of a workshop. */
  static Path folder(CommandContext context, String name) throws UserError {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new UserError(
          "\"" + name + "\" can't be the name of a workshop.",
          "Use 1 to 40 of the characters a-z, 0-9 and -.");
    }
    return context.state().root().resolve("workshops").resolve(name);
  }
}
