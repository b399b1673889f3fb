package dev.deckhand.lab.helm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line of helm, taken apart.
 *
 * @param positionals what is no flag: the command first
 * @param flags by long name, with every value that was given; a switch has {@code true}
 */
record HelmArguments(List<String> positionals, Map<String, List<String>> flags) {

  private static final Map<String, String> SHORT_FLAGS =
      Map.of(
          "-n",
          "namespace",
          "-f",
          "values",
          "-o",
          "output",
          "-A",
          "all-namespaces",
          "-a",
          "all",
          "-i",
          "install",
          "-g",
          "generate-name",
          "-d",
          "destination",
          "-h",
          "help");

  private static final Set<String> VALUE_FLAGS =
      Set.of(
          "namespace",
          "values",
          "output",
          "set",
          "set-string",
          "set-file",
          "version",
          "timeout",
          "description",
          "revision",
          "max",
          "destination",
          "kube-version");

  private static final Set<String> SWITCHES =
      Set.of(
          "all-namespaces",
          "all",
          "install",
          "generate-name",
          "help",
          "create-namespace",
          "wait",
          "atomic",
          "dry-run",
          "reuse-values",
          "reset-values",
          "reset-then-reuse-values",
          "force",
          "keep-history",
          "ignore-not-found",
          "no-hooks",
          "skip-crds",
          "strict",
          "quiet",
          "devel",
          "dependency-update",
          "debug",
          "deployed",
          "failed",
          "pending",
          "superseded",
          "uninstalled",
          "cleanup-on-fail",
          "short");

  HelmArguments {
    positionals = List.copyOf(positionals);
    flags = Map.copyOf(flags);
  }

  /**
   * Reads what was typed after {@code helm}.
   *
   * @throws HelmCommandException for a flag that nobody here knows
   */
  static HelmArguments of(List<String> arguments) {
    var words = new ArrayList<String>();
    var flags = new HashMap<String, List<String>>();
    for (int at = 0; at < arguments.size(); at++) {
      String argument = arguments.get(at);
      if (!argument.startsWith("-") || argument.equals("-")) {
        words.add(argument);
        continue;
      }
      int equals = argument.indexOf('=');
      String written = equals < 0 ? argument : argument.substring(0, equals);
      String name = flagName(written);
      String value = "true";
      if (equals >= 0) {
        value = argument.substring(equals + 1);
      } else if (VALUE_FLAGS.contains(name)) {
        at++;
        if (at == arguments.size()) {
          throw new HelmCommandException("flag needs an argument: " + argument);
        }
        value = arguments.get(at);
      }
      flags.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return new HelmArguments(words, flags);
  }

  private static String flagName(String written) {
    String name =
        written.startsWith("--") ? written.substring(2) : SHORT_FLAGS.getOrDefault(written, "");
    if (!VALUE_FLAGS.contains(name) && !SWITCHES.contains(name)) {
      throw HelmCommandException.unsupported("The flag " + written);
    }
    return name;
  }

  String command() {
    return positionals.isEmpty() ? "help" : positionals.getFirst();
  }

  /** The word at a place; the command is at 0. */
  String positional(int at, String what) {
    if (positionals.size() <= at) {
      throw new HelmCommandException("\"helm " + command() + "\" wants " + what + ".");
    }
    return positionals.get(at);
  }

  boolean hasFlag(String flag) {
    List<String> values = flags.get(flag);
    return values != null && !values.getLast().equals("false");
  }

  Optional<String> value(String flag) {
    return Optional.ofNullable(flags.get(flag)).map(List::getLast);
  }

  List<String> values(String flag) {
    return flags.getOrDefault(flag, List.of());
  }

  /**
   * The values of {@code --set}, each assignment by itself: a comma parts two, {@code \,} does not.
   */
  Map<String, String> assignments(String flag) {
    var assignments = new java.util.LinkedHashMap<String, String>();
    for (String value : values(flag)) {
      for (String assignment : value.split("(?<!\\\\),(?=[^{}]*(?:\\{|$))", -1)) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
          throw new HelmCommandException(
              "--" + flag + " wants KEY=VALUE, not \"" + assignment + "\".");
        }
        assignments.put(assignment.substring(0, equals), assignment.substring(equals + 1));
      }
    }
    return assignments;
  }

  /** The seconds of {@code --timeout}: {@code 90s}, {@code 5m}, {@code 1m30s}. */
  int timeoutSeconds(int otherwise) {
    return value("timeout").map(HelmArguments::timeoutSeconds).orElse(otherwise);
  }

  private static int timeoutSeconds(String duration) {
    try {
      String text = duration.matches("\\d+") ? duration + "s" : duration;
      return (int)
          java.time.Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT)).toSeconds();
    } catch (java.time.format.DateTimeParseException notATime) {
      throw new HelmCommandException(
          "--timeout wants a time such as 90s or 5m, not \"" + duration + "\".");
    }
  }

  /** The number of a flag, or what holds without it. */
  int number(String flag, int otherwise) {
    try {
      return value(flag).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException notANumber) {
      throw new HelmCommandException("--" + flag + " wants a number.");
    }
  }
}
