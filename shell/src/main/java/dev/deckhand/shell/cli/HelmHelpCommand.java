package dev.deckhand.shell.cli;

import dev.deckhand.shell.cli.common.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deckhand helm}, for help and completion; {@link DeckhandCli} runs it. */
@Command(
    name = "helm",
    description = "Helm without a helm binary: deckhand helm --help tells what it does.")
final class HelmHelpCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    return ExitCode.USAGE.code();
  }
}
