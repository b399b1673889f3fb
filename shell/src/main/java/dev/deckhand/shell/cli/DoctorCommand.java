package dev.deckhand.shell.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Say what this machine can run, and the remedy for each thing that is missing.")
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  private final Ports ports;

  DoctorCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() {
    return ExitCode.OK.code();
  }
}
