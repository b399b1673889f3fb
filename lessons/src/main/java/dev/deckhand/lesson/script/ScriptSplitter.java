package dev.deckhand.lesson.script;

import dev.deckhand.bash.ShellCommand;
import dev.deckhand.bash.ShellParser;
import dev.deckhand.session.input.CommandFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a script into entries as a learner types them: commands of bash, however many lines they
 * have, commands of the lesson such as {@code answer it's 2}, and snippets of Java together with
 * the lines that open and leave JShell. If nothing leaves it, each snippet is an entry.
 */
public final class ScriptSplitter {

  private static final Pattern SHELL_COMMAND =
      Pattern.compile("(answer(\\s|\\s*\\d+:)|choose\\s|note\\s).*");

  private static final Pattern JSHELL_EXIT_LINE =
      Pattern.compile("^[ \\t]*" + CommandFormat.JSHELL_EXIT + "[ \\t]*$", Pattern.MULTILINE);

  private ScriptSplitter() {}

  /**
   * The entries of a script, without the comments and empty lines between them.
   *
   * @param startLines for each entry, the line it begins on, counted from 0
   * @param complete false if the last entry lacks its end: a quote, a heredoc's delimiter
   */
  public record SplitScript(List<String> entries, List<Integer> startLines, boolean complete) {
    public SplitScript {
      entries = List.copyOf(entries);
      startLines = List.copyOf(startLines);
    }
  }

  /** Splits all lines. */
  public static SplitScript split(List<String> lines) {
    String text = String.join("\n", lines);
    var entries = new ArrayList<String>();
    var startLines = new ArrayList<Integer>();
    boolean complete = true;
    boolean java = false;
    int line = 0;
    for (int at = 0; at < text.length(); ) {
      ShellCommand command = java ? JavaSnippets.first(text, at) : entryAt(text, at);
      String typed = text.substring(at, command.end());
      String entry = typed.strip();
      if (!entry.isEmpty() && (java || !entry.startsWith("#"))) {
        entries.add(entry);
        startLines.add(line);
        complete = command.complete();
      }
      java = java || entry.equals(CommandFormat.JSHELL_START);
      line += Math.toIntExact(typed.chars().filter(c -> c == '\n').count());
      at = command.end();
    }
    return new SplitScript(entries, startLines, complete);
  }

  private static ShellCommand entryAt(String text, int from) {
    int end = endOfLine(text, from);
    Matcher exit = JSHELL_EXIT_LINE.matcher(text);
    return text.substring(from, end).strip().equals(CommandFormat.JSHELL_START) && exit.find(end)
        ? new ShellCommand(List.of(), from, exit.end(), true)
        : commandAt(text, from);
  }

  /** The command that begins at an offset, of bash or of the lesson. */
  public static ShellCommand commandAt(String text, int from) {
    int end = endOfLine(text, from);
    return SHELL_COMMAND.matcher(text).region(from, end).matches()
        ? new ShellCommand(List.of(), from, Math.min(text.length(), end + 1), true)
        : ShellParser.command(text, from);
  }

  private static int endOfLine(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  /** Whether the last command of a text needs another line. */
  public static boolean isIncomplete(String text) {
    return !split(List.of(text.split("\n", -1))).complete();
  }
}
