package dev.deckhand.shell.repl.complete;

import dev.deckhand.shell.loop.CompletionContext;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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

  /** After this time a tool is killed. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int MAX_BYTES = 256 * 1024;

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

  private List<Suggestion> ask(Path tool, List<String> question)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tool.toString());
    command.add("__complete");
    command.addAll(question.subList(1, question.size()));
    var builder = new ProcessBuilder(command).directory(completionContext.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(completionContext.environment());
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    Thread.ofVirtual().name("completion-end").start(() -> killAfterTimeout(process));
    return parsed(read(process.getInputStream()));
  }

  private static void killAfterTimeout(Process process) {
    try {
      if (process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String read(InputStream output) throws IOException {
    var kept = new ByteArrayOutputStream();
    var portion = new byte[8192];
    try (output) {
      for (int read = output.read(portion); read >= 0; read = output.read(portion)) {
        kept.write(portion, 0, Math.min(read, Math.max(0, MAX_BYTES - kept.size())));
      }
    }
    return kept.toString(StandardCharsets.UTF_8);
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
