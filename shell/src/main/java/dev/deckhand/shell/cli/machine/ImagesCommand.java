package dev.deckhand.shell.cli.machine;

import dev.deckhand.shell.cli.common.UserError;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deckhand images}. Its commands are {@code Images*Command}. */
@Command(
    name = "images",
    mixinStandardHelpOptions = true,
    description = {
      "Carry the images of labs in a file to a machine that can neither pull nor build them.",
      "They are the images on the engine that Deckhand uses; \"deckhand setup\" gets them where a"
          + " registry or packages can be reached."
    },
    footer = {
      "%nExamples:",
      "  deckhand images list               what labs need, and what is here",
      "  deckhand images export labs.tar    where the images are",
      "  deckhand images export docker.tar --course containers",
      "  deckhand images import labs.tar    where they aren't"
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ImagesCommand implements Callable<Integer> {

  @Override
  public Integer call() throws UserError {
    throw new UserError(
        "\"deckhand images\" needs a command.", "deckhand images list, export, or import.");
  }
}
