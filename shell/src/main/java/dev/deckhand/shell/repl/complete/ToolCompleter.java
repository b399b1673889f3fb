package dev.deckhand.shell.repl.complete;

import dev.deckhand.shell.loop.CompletionContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a tool for suggestions by Cobra's {@code __complete}. The tool runs in the workspace's
 * folder with the workspace's variables, so it only sees the lab.
 */
final class ToolCompleter {

  /** A longer wait after Tab is noticeable. */
  private static final Duration WAIT = Duration.ofMillis(400);

  /** For suggestions that include names, which change. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  /** For commands and flags, which don't. */
  private static final Duration STATIC_FRESH = Duration.ofMinutes(10);

  private final CompletionContext completionContext;
  private final PathCommands commands;
  private final TimeBoundedCache<List<String>, List<Suggestion>> dynamicCache;
  private final TimeBoundedCache<List<String>, List<Suggestion>> staticCache;

  ToolCompleter(CompletionContext completionContext, PathCommands commands) {
    this.completionContext = completionContext;
    this.commands = commands;
    this.dynamicCache = new TimeBoundedCache<>(WAIT, FRESH, System::nanoTime);
    this.staticCache = new TimeBoundedCache<>(WAIT, STATIC_FRESH, System::nanoTime);
  }

  /** A tool's suggestions; empty if it isn't installed, fails, or takes too long. */
  List<Suggestion> of(List<String> words, String current) {
    var question = new ArrayList<>(words);
    question.add(current);
    return commands
        .find(words.getFirst())
        .map(tool ->
            (isStatic(words, current) ? staticCache : dynamicCache)
                .get(question, () -> ask(tool, question), List.of()))
        .orElse(List.of());
  }

  /**
   * Whether suggestions are commands and flags only: kubectl is asked for nothing else, and Helm
   * has no names in its first two words.
   */
  private static boolean isStatic(List<String> words, String current) {
    return switch (words.getFirst()) {
      case "kubectl" -> true;
      case "helm" -> words.size() <= 2 || current.startsWith("-");
      default -> false;
    };
  }

  private List<Suggestion> ask(String tool, List<String> question)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tool);
    command.add("__complete");
    command.addAll(question.subList(1, question.size()));
    return parsed(
        LocalLookup.orElse(completionContext)
            .output(command, completionContext.folder().toString()));
  }

  /**
   * Parses lines of a word, a tab and a description; the last line, such as {@code :4}, is for
   * other shells.
   */
  static List<Suggestion> parsed(String output) {
    var suggestions = new ArrayList<Suggestion>();
    for (String line : output.lines().toList()) {
      boolean aside = line.isBlank() || line.matches(":\\d+") || line.startsWith("_activeHelp_");
      if (!aside) {
        int tab = line.indexOf('\t');
        String value = tab < 0 ? line : line.substring(0, tab);
        String description = tab < 0 ? "" : line.substring(tab + 1);
        suggestions.add(new Suggestion(value, description, !value.endsWith("=")));
      }
    }
    return suggestions;
  }
}
