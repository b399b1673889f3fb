package dev.deckhand.shell.cli.workshop;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * The server of workshops. It's loaded by its name, since no other command needs it or the
 * libraries that it's made of.
 */
public interface WorkshopProgram {

  /**
   * Serves a workshop until the process is told to end.
   *
   * @param folder of the workshop
   */
  ExitCode serve(
      CommandContext context, CommandConsole console, Path folder, WorkshopServeOptions options)
      throws IOException, InterruptedException, UserError;

  /** Asks the server of a workshop for a new link for the instructor, and prints it. */
  ExitCode link(CommandContext context, CommandConsole console, Path folder)
      throws IOException, UserError;

  /**
   * The program, if its jars are on the class path, as the launcher puts them there.
   *
   * @throws UserError if they aren't
   */
  static WorkshopProgram load() throws UserError {
    return ServiceLoader.load(WorkshopProgram.class)
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "The server of workshops isn't part of this installation.",
                "Start it from a checkout: ./deckhand workshop serve COURSE --seats N"));
  }
}
