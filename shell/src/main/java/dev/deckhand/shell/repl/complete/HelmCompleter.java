package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What helm's words stand for: the stand-in does not say its commands and flags itself. */
final class HelmCompleter {

  private static final List<Suggestion> COMMANDS =
      List.of(
          Suggestion.of("create", "make the folder of a new chart"),
          Suggestion.of("get", "what a release was installed with"),
          Suggestion.of("help", "the commands"),
          Suggestion.of("history", "the revisions of a release"),
          Suggestion.of("install", "install a chart"),
          Suggestion.of("lint", "look for mistakes in a chart"),
          Suggestion.of("list", "list releases"),
          Suggestion.of("package", "pack a chart"),
          Suggestion.of("rollback", "go back to an earlier revision"),
          Suggestion.of("show", "what a chart says of itself"),
          Suggestion.of("status", "how a release stands"),
          Suggestion.of("template", "render a chart without installing it"),
          Suggestion.of("uninstall", "remove a release"),
          Suggestion.of("upgrade", "install a release anew"),
          Suggestion.of("version", "the version of Helm"));

  private static final List<Suggestion> COMMON_FLAGS =
      List.of(
          Suggestion.of("--namespace", "which namespace"), Suggestion.of("--help", "the commands"));

  private static final List<Suggestion> INSTALL_FLAGS =
      List.of(
          Suggestion.of("--values", "a file of values"),
          Suggestion.of("--set", "a value: KEY=VALUE"),
          Suggestion.of("--set-string", "a value, as text"),
          Suggestion.of("--version", "the chart's version"),
          Suggestion.of("--create-namespace", "make the namespace if there is none"),
          Suggestion.of("--dry-run", "do not really do it"),
          Suggestion.of("--wait", "until all is ready"),
          Suggestion.of("--timeout", "how long: 90s, 5m"),
          Suggestion.of("--atomic", "take it back if it fails"),
          Suggestion.of("--description", "a remark for the history"),
          Suggestion.of("--output", "table, json or yaml"));

  private static final Map<String, List<Suggestion>> FLAGS =
      Map.of(
          "install",
          plus(INSTALL_FLAGS, Suggestion.of("--generate-name", "let Helm choose the name")),
          "upgrade",
          plus(
              INSTALL_FLAGS,
              Suggestion.of("--install", "install it if it is not there"),
              Suggestion.of("--reuse-values", "keep the values of the last revision"),
              Suggestion.of("--reset-values", "take the chart's own values")),
          "template",
          INSTALL_FLAGS,
          "list",
          List.of(
              Suggestion.of("--all-namespaces", "releases of all namespaces"),
              Suggestion.of("--all", "also those that failed or are gone"),
              Suggestion.of("--output", "table, json or yaml"),
              Suggestion.of("--short", "names alone")),
          "uninstall",
          List.of(
              Suggestion.of("--keep-history", "leave the revisions"),
              Suggestion.of("--wait", "until all is gone")),
          "rollback",
          List.of(Suggestion.of("--wait", "until all is ready"), Suggestion.of("--timeout", "")),
          "history",
          List.of(Suggestion.of("--max", "how many"), Suggestion.of("--output", "")),
          "status",
          List.of(Suggestion.of("--revision", "which one"), Suggestion.of("--output", "")),
          "get",
          List.of(
              Suggestion.of("--revision", "which one"),
              Suggestion.of("--all", "the chart's own values, too"),
              Suggestion.of("--output", "")),
          "lint",
          List.of(
              Suggestion.of("--values", "a file of values"),
              Suggestion.of("--set", "a value: KEY=VALUE"),
              Suggestion.of("--strict", "warnings count as mistakes")));

  private static final Set<String> FLAGS_WITH_VALUE =
      Set.of(
          "-n",
          "--namespace",
          "-f",
          "--values",
          "--set",
          "--set-string",
          "--set-file",
          "--version",
          "--timeout",
          "--description",
          "--revision",
          "--max",
          "-o",
          "--output",
          "-d",
          "--destination");

  private final LabNameCompleter names;
  private final FileCompleter files;

  HelmCompleter(LabNameCompleter names, FileCompleter files) {
    this.names = names;
    this.files = files;
  }

  /** All that could stand for the cursor's word. */
  List<Suggestion> of(List<String> words, String current) {
    var line = ToolArguments.of(words.subList(1, words.size()), current, FLAGS_WITH_VALUE);
    if (!line.openFlag().isEmpty()) {
      return line.withPrefix(value(line));
    }
    if (line.isFlag()) {
      var all = new ArrayList<>(FLAGS.getOrDefault(line.positionalAt(0), List.of()));
      all.addAll(COMMON_FLAGS);
      return all;
    }
    return line.positional().isEmpty() ? COMMANDS : argument(line);
  }

  private List<Suggestion> value(ToolArguments line) {
    return switch (line.openFlag()) {
      case "-n", "--namespace" -> names.suggest(new NameQuery.Objects("namespaces", ""));
      case "-f", "--values", "--set-file", "-d", "--destination" -> files.of(line.current());
      case "-o", "--output" -> Suggestion.all(List.of("table", "json", "yaml"));
      default -> List.of();
    };
  }

  private List<Suggestion> argument(ToolArguments line) {
    int at = line.positional().size();
    return switch (line.positionalAt(0)) {
      case "install", "template" -> at >= 2 ? files.charts(line.current()) : List.of();
      case "upgrade" -> at == 1 ? releases(line) : files.charts(line.current());
      case "uninstall", "delete", "rollback", "status", "history" ->
          at == 1 ? releases(line) : List.of();
      case "lint", "package" -> files.charts(line.current());
      case "show" ->
          at == 1
              ? Suggestion.all(List.of("all", "chart", "readme", "values"))
              : files.charts(line.current());
      case "get" ->
          at == 1
              ? Suggestion.all(List.of("all", "hooks", "manifest", "metadata", "notes", "values"))
              : releases(line);
      default -> List.of();
    };
  }

  private List<Suggestion> releases(ToolArguments line) {
    return names.suggest(new NameQuery.Releases(line.value("-n", "--namespace")));
  }

  private static List<Suggestion> plus(List<Suggestion> some, Suggestion... more) {
    var all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
