package dev.deckhand.shell.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command knows, and what happens when no command is given. */
@Command(
    name = "deckhand",
    mixinStandardHelpOptions = true,
    version = "deckhand " + DeckhandCommand.VERSION,
    description = "Learn Docker, Kubernetes and Helm by doing, in your own terminal.",
    footer = {
      "",
      "Without a command, the shell opens where you left off.",
      "Exit codes: 0 done, 1 a fault of Deckhand, 2 wrong use, 3 checks failed, 4 no lab to be"
          + " had, 130 interrupted."
    },
    synopsisSubcommandLabel = "[COMMAND]")
final class DeckhandCommand implements java.util.concurrent.Callable<Integer> {

  /** What this program is: a lab of another version is not taken over. */
  static final String VERSION = "0.1.0";

  @Option(
      names = {"-y", "--yes"},
      scope = ScopeType.INHERIT,
      description = "Install and build what is missing without asking.")
  boolean yes;

  @Option(
      names = "--plain",
      scope = ScopeType.INHERIT,
      description = "No colour, no drawing over: for screen readers and logs.")
  boolean plain;

  /** Heeded before all else: see {@link WhichLearner}. */
  @Option(
      names = "--learner",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      completionCandidates = LearnerNames.class,
      description = {
        "Whose progress, notes and labs: several people can learn on one account.",
        "DECKHAND_LEARNER names one for all commands."
      })
  String learner = "";

  private final Ports ports;

  DeckhandCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws Exception {
    return new LearnRun(ports, yes, plain).whereLeftOff().code();
  }
}
