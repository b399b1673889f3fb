package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import java.util.List;
import java.util.Set;

/** Completes releases, namespaces, charts and files in Helm's arguments. */
final class HelmCompleter implements ArgumentCompleter {

  /** Commands whose second word is a command too. */
  private static final Set<String> GROUPS =
      Set.of(
          "dependency",
          "dependencies",
          "dep",
          "get",
          "plugin",
          "registry",
          "repo",
          "search",
          "show",
          "inspect");

  /** Commands that take as many releases or charts as there are words. */
  private static final Set<String> OF_SEVERAL =
      Set.of("uninstall", "un", "del", "delete", "lint", "package");

  private static final List<String> OUTPUTS = List.of("table", "json", "yaml");

  private final LabNameCompleter names;
  private final FileCompleter files;

  HelmCompleter(LabNameCompleter names, FileCompleter files) {
    this.names = names;
    this.files = files;
  }

  @Override
  public String tool() {
    return "helm";
  }

  @Override
  public List<Suggestion> value(ToolArguments line) {
    return switch (line.openFlag()) {
      case "-n", "--namespace" -> names.suggest(new NameQuery.Objects("namespaces", ""));
      case "-o", "--output" -> Suggestion.all(OUTPUTS);
      case "-f",
          "--values",
          "--kubeconfig",
          "--keyring",
          "--ca-file",
          "--cert-file",
          "--key-file",
          "--passphrase-file" ->
          files.of(line.current());
      case "-d", "--destination", "--untardir", "--output-dir" -> files.folders(line.current());
      default -> List.of();
    };
  }

  @Override
  public List<Suggestion> named(ToolArguments line) {
    String command = line.positionalAt(0);
    int at = line.positional().size();
    int argument = GROUPS.contains(command) ? at - 1 : at;
    if (argument != 1 && !OF_SEVERAL.contains(command)) {
      return argument == 2 && isChartSecond(command) ? files.charts(line.current()) : List.of();
    }
    return switch (command) {
      case "get",
          "history",
          "hist",
          "rollback",
          "status",
          "test",
          "uninstall",
          "un",
          "del",
          "delete",
          "upgrade" ->
          releases(line);
      case "show",
          "inspect",
          "lint",
          "package",
          "dependency",
          "dependencies",
          "dep",
          "push",
          "verify" ->
          files.charts(line.current());
      default -> List.of();
    };
  }

  /** Whether a command takes a release's name and then a chart. */
  private static boolean isChartSecond(String command) {
    return command.equals("install") || command.equals("template") || command.equals("upgrade");
  }

  private List<Suggestion> releases(ToolArguments line) {
    return names.suggest(new NameQuery.Releases(line.value("-n", "--namespace")));
  }
}
