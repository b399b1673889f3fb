package dev.deckhand.shell.trial;

import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes commands that change nothing. Unknown commands are assumed to change something. */
final class ReadOnlyCommands {

  /** Syntax that could write, or run another command. */
  private static final Pattern SIDE_EFFECT = Pattern.compile("[>`&;\\n]|\\$\\(|<\\(");

  private static final Set<String> SHELL_COMMANDS =
      Set.of(
          "cat", "cut", "date", "du", "df", "echo", "egrep", "grep", "head", "id", "jq", "ls", "ps",
          "pwd", "sleep", "stat", "tail", "tr", "true", "uname", "uniq", "wc", "whoami");
  private static final Set<String> KUBECTL_COMMANDS =
      Set.of(
          "api-resources",
          "api-versions",
          "cluster-info",
          "describe",
          "diff",
          "events",
          "explain",
          "get",
          "logs",
          "rollout history",
          "rollout status",
          "top",
          "version",
          "wait");
  private static final Set<String> DOCKER_COMMANDS =
      Set.of(
          "container inspect",
          "container logs",
          "container ls",
          "diff",
          "events",
          "history",
          "image inspect",
          "image ls",
          "images",
          "info",
          "inspect",
          "logs",
          "network inspect",
          "network ls",
          "port",
          "ps",
          "stats",
          "top",
          "version",
          "volume inspect",
          "volume ls");
  private static final Set<String> HELM_COMMANDS =
      Set.of("env", "get", "history", "lint", "list", "ls", "show", "status", "version");

  private ReadOnlyCommands() {}

  /** Returns whether a command is known to change nothing. */
  static boolean isReadOnly(String command) {
    return !SIDE_EFFECT.matcher(command).find()
        && Pattern.compile("\\|")
            .splitAsStream(command)
            .map(String::strip)
            .allMatch(ReadOnlyCommands::isReadOnlyPart);
  }

  private static boolean isReadOnlyPart(String part) {
    String[] words = part.split("\\s+", -1);
    String first = words.length > 1 ? words[1] : "";
    String two = words.length > 2 ? first + " " + words[2] : "";
    return switch (words[0]) {
      case "kubectl" -> KUBECTL_COMMANDS.contains(first) || KUBECTL_COMMANDS.contains(two);
      case "docker" -> DOCKER_COMMANDS.contains(first) || DOCKER_COMMANDS.contains(two);
      case "helm" -> HELM_COMMANDS.contains(first);
      default -> SHELL_COMMANDS.contains(words[0]);
    };
  }
}
