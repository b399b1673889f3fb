package dev.deckhand.lab.helm;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Helm's commands, for learners who type {@code helm} on a machine that doesn't have it. */
public record HelmCli(HelmContext context) {

  /**
   * The result of a command.
   *
   * @param exitCode 0, or 1 if the command failed
   */
  public record Result(int exitCode, String output, String errors) {}

  /** Describes every command and flag that {@link #run} accepts. */
  public static CommandSpec commandSpec() {
    return commandLine(new HelmContext(Path.of(""), Path.of(""))).getCommandSpec();
  }

  private static CommandLine commandLine(HelmContext context) {
    var helm = new HelmRootCommand(context);
    var line = new CommandLine(helm);
    HelmChartCommands.of(helm).forEach(line::addSubcommand);
    HelmReleaseCommands.of(helm).forEach(line::addSubcommand);
    HelmQueryCommands.of(helm).forEach(line::addSubcommand);
    return line.setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Runs what was typed after {@code helm}. Refusals and failures are part of the result. */
  public Result run(List<String> arguments) {
    var help = new StringWriter();
    CommandLine line = commandLine(context).setOut(new PrintWriter(help, true));
    try {
      ParseResult parsed = line.parseArgs(arguments.toArray(String[]::new));
      new CommandLine.RunLast().execute(parsed);
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      String output = parsed.commandSpec().commandLine().getExecutionResult();
      return new Result(0, Objects.requireNonNullElse(output, "") + help, "");
    } catch (ParameterException misuse) {
      return failure(usageMessage(misuse));
    } catch (ExecutionException failed) {
      return switch (failed.getCause()) {
        case HelmCommandException refused -> failure(String.valueOf(refused.getMessage()));
        case ApiUnavailable gone -> failure("the cluster doesn't answer (" + gone.message() + ")");
        case ApiError refused -> failure(String.valueOf(refused.getMessage()).strip());
        case IllegalStateException refused -> failure(String.valueOf(refused.getMessage()).strip());
        case IllegalArgumentException refused ->
            failure(String.valueOf(refused.getMessage()).strip());
        case null, default -> throw failed;
      };
    }
  }

  private static Result failure(String message) {
    return new Result(1, "", "Error: " + message + "\n");
  }

  private static String usageMessage(ParameterException misuse) {
    CommandSpec command = misuse.getCommandLine().getCommandSpec();
    if (!(misuse instanceof UnmatchedArgumentException unmatched)) {
      return misuse.getMessage() + " (" + command.qualifiedName() + ")";
    }
    String word = unmatched.getUnmatched().getFirst();
    if (unmatched.isUnknownOption()) {
      String flag = word.replaceFirst("=.*", "");
      return SpellingSuggester.suggest(flag, List.copyOf(command.optionsMap().keySet()))
          .map(near -> "unknown flag: " + flag + ". Did you mean " + near + "?")
          .orElseGet(() ->
              HelmCommandException.unsupportedMessage(
                  "The flag " + flag + " of \"" + command.qualifiedName() + "\""));
    }
    return command.subcommands().isEmpty()
        ? "\"" + command.qualifiedName() + "\" doesn't expect the argument \"" + word + "\"."
        : HelmCommandException.unsupportedMessage(
            "\"" + command.qualifiedName() + " " + word + "\"");
  }
}
