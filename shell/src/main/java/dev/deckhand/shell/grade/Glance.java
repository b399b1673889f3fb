package dev.deckhand.shell.grade;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells commands that only look from those that may change something. It takes few for granted:
 * what it does not know may change anything.
 */
final class Glance {

  /** Whatever could write, run something else, or hide what it does. */
  private static final Pattern MAY_DO_MORE = Pattern.compile("[>`&;\\n]|\\$\\(|<\\(");

  private static final Set<String> PLAIN =
      Set.of(
          "cat", "cut", "date", "du", "df", "echo", "egrep", "grep", "head", "id", "jq", "ls", "ps",
          "pwd", "sleep", "stat", "tail", "tr", "true", "uname", "uniq", "wc", "whoami");
  private static final Set<String> KUBECTL =
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
  private static final Set<String> DOCKER =
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
  private static final Set<String> HELM =
      Set.of("get", "history", "lint", "list", "show", "status", "version");

  private Glance() {}

  /** Whether a command is known to change nothing. */
  static boolean only(String command) {
    return !MAY_DO_MORE.matcher(command).find()
        && Pattern.compile("\\|").splitAsStream(command).map(String::strip).allMatch(Glance::looks);
  }

  private static boolean looks(String part) {
    String[] words = part.split("\\s+", -1);
    String first = words.length > 1 ? words[1] : "";
    String two = words.length > 2 ? first + " " + words[2] : "";
    return switch (words[0]) {
      case "kubectl" -> KUBECTL.contains(first) || KUBECTL.contains(two);
      case "docker" -> DOCKER.contains(first) || DOCKER.contains(two);
      case "helm" -> HELM.contains(first);
      default -> PLAIN.contains(words[0]);
    };
  }
}
