package dev.deckhand.shell.cli.common;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command knows, and what happens when no command is given. */
@Command(
    name = "deckhand",
    mixinStandardHelpOptions = true,
    version = DeckhandCommand.VERSION_LINE,
    description = "Learn Docker, Kubernetes and Helm by doing, in your own terminal.",
    footer = {
      "",
      "Without a command, the shell opens where you left off.",
      "Exit codes: 0 done, 1 internal error, 2 usage error, 3 checks failed, 4 no lab available,"
          + " 5 lab lost, 130 interrupted."
    },
    synopsisSubcommandLabel = "[COMMAND]")
public final class DeckhandCommand implements Callable<Integer> {

  /** The program's version. */
  public static final String VERSION = "0.1.0";

  /** What {@code --version} prints. "deckhand doctor" reports the versions that labs have. */
  public static final String VERSION_LINE = "deckhand " + VERSION;

  @Option(
      names = {"-y", "--yes"},
      scope = ScopeType.INHERIT,
      description = "Install and build what is missing without asking.")
  public boolean yes;

  @Option(
      names = "--plain",
      scope = ScopeType.INHERIT,
      description = "No colours and no redrawing, for screen readers and logs.")
  public boolean plain;

  /** Parsed before all other options, by {@code LearnerOption}. */
  @Option(
      names = "--learner",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      completionCandidates = LearnerNameCandidates.class,
      description = {
        "The learner whose progress, notes and labs to use: several people can share an account.",
        "DECKHAND_LEARNER sets it for all commands."
      })
  String learner = "";

  private final ShellStart shell;

  /** Opens the shell where the learner left off, and returns the exit code. */
  @FunctionalInterface
  public interface ShellStart {
    int open(boolean yes, boolean plain) throws Exception;
  }

  public DeckhandCommand(ShellStart shell) {
    this.shell = shell;
  }

  /** Returns where the command's messages go. */
  public CommandConsole console(CommandContext context) {
    return new CommandConsole(context.environment(), plain);
  }

  @Override
  public Integer call() throws Exception {
    return shell.open(yes, plain);
  }
}
