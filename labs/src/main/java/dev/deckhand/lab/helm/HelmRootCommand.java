package dev.deckhand.lab.helm;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code helm} itself, with the flags that all of its commands take. */
@Command(
    name = "helm",
    description =
        "Helm for machines without it: Helm's own code with its most common commands and flags.",
    synopsisSubcommandLabel = "COMMAND")
final class HelmRootCommand implements Callable<String> {

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      scope = ScopeType.INHERIT,
      description = "namespace of the release")
  @Nullable String namespace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this help")
  boolean help;

  @Spec @Nullable CommandSpec spec;

  private final HelmContext context;

  HelmRootCommand(HelmContext context) {
    this.context = context;
  }

  HelmContext context() {
    return context;
  }

  /** The namespace that was given, or else the kubeconfig's. */
  String namespace() {
    return namespace == null ? context.currentNamespace() : namespace;
  }

  @Override
  public String call() {
    return Objects.requireNonNull(spec).commandLine().getUsageMessage();
  }

  @Command(name = "help", description = "show help for a command")
  String helpFor(@Parameters(paramLabel = "COMMAND", arity = "0..1") @Nullable String command) {
    if (command == null) {
      return call();
    }
    CommandLine found = Objects.requireNonNull(spec).subcommands().get(command);
    if (found == null) {
      throw new HelmCommandException(
          HelmCommandException.unsupportedMessage("\"helm " + command + "\""));
    }
    return found.getUsageMessage();
  }
}
