package dev.deckhand.lesson;

import dev.deckhand.session.input.CommandFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits shell lines into entries as a learner would type them: heredocs, lines that end in a
 * backslash or an operator, and open quotes stay with the line that began them; so do snippets of
 * Java with the line that opens JShell.
 */
public final class ScriptSplitter {

  private static final Pattern HEREDOC =
      Pattern.compile("<<(-?)\\s*(?:'([^']+)'|\"([^\"]+)\"|\\\\?([A-Za-z_][A-Za-z0-9_.!+-]*))");
  private static final Pattern SHELL_COMMAND =
      Pattern.compile("(answer(\\s|\\s*\\d+:)|choose\\s|note\\s).*");
  private static final Pattern CONTINUATION = Pattern.compile("(\\||&&)\\s*");

  private final List<String> entries = new ArrayList<>();
  private final List<Integer> startLines = new ArrayList<>();
  private final List<String> openLines = new ArrayList<>();
  private final Deque<Heredoc> heredocs = new ArrayDeque<>();
  private char quote;
  private int parentheses;
  private boolean continued;
  private int lineCount;

  /**
   * Splits lines into entries; comments and empty lines between entries are left out.
   *
   * @param startLines for each entry, which of the lines it begins on, counted from 0
   * @param complete false if the last entry lacks an end: a quote, a heredoc, a parenthesis
   */
  public record SplitScript(List<String> entries, List<Integer> startLines, boolean complete) {
    public SplitScript {
      entries = List.copyOf(entries);
      startLines = List.copyOf(startLines);
    }
  }

  /** A heredoc that is open; with a dash, tabs before its last line do not count. */
  private record Heredoc(String delimiter, boolean stripsTabs) {
    boolean endsWith(String line) {
      return (stripsTabs ? line.replaceFirst("^\t+", "") : line).equals(delimiter);
    }
  }

  /** Splits all lines. */
  public static SplitScript split(List<String> lines) {
    var split = new ScriptSplitter();
    int next = 0;
    while (next < lines.size()) {
      int end = split.openLines.isEmpty() ? javaEntryEnd(lines, next) : next;
      if (end > next) {
        split.entries.add(String.join("\n", lines.subList(next, end)));
        next = end;
      } else {
        split.readLine(lines.get(next++));
      }
    }
    boolean whole = split.openLines.isEmpty();
    split.close();
    return new SplitScript(split.entries, split.startLines, whole);
  }

  /** Snippets of Java stand between a line {@code java} and a line {@code /exit}. */
  private static int javaEntryEnd(List<String> lines, int from) {
    if (!lines.get(from).strip().equals(CommandFormat.JSHELL_START)) {
      return from;
    }
    for (int line = from + 1; line < lines.size(); line++) {
      if (lines.get(line).strip().equals(CommandFormat.JSHELL_EXIT)) {
        return line + 1;
      }
    }
    return from;
  }

  /** Whether these lines, as one entry, want more. */
  public static boolean isIncomplete(List<String> lines) {
    return !split(lines).complete();
  }

  /** Begins with no lines; for who asks after each whether it wants more. */
  public static ScriptSplitter empty() {
    return new ScriptSplitter();
  }

  /** Takes the next line; whether the entry that it belongs to wants more. */
  public boolean isIncompleteAfter(String line) {
    readLine(line);
    return !openLines.isEmpty();
  }

  private void readLine(String line) {
    int number = lineCount++;
    boolean first = openLines.isEmpty();
    add(line);
    if (first && (!openLines.isEmpty() || startLines.size() < entries.size())) {
      startLines.add(number);
    }
  }

  private void add(String line) {
    if (!heredocs.isEmpty()) {
      openLines.add(line);
      if (heredocs.element().endsWith(line)) {
        heredocs.remove();
      }
    } else if (openLines.isEmpty() && (line.isBlank() || line.stripLeading().startsWith("#"))) {
      return;
    } else if (openLines.isEmpty() && SHELL_COMMAND.matcher(line).matches()) {
      openLines.add(line.strip());
    } else {
      openLines.add(openLines.isEmpty() ? line.stripLeading() : line);
      scan(line);
    }
    if (heredocs.isEmpty() && quote == 0 && parentheses == 0 && !continued) {
      close();
    }
  }

  private void close() {
    if (!openLines.isEmpty()) {
      entries.add(String.join("\n", openLines).stripTrailing());
      openLines.clear();
    }
  }

  private void scan(String line) {
    continued = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == '\'') {
        quote = c == '\'' ? 0 : quote;
      } else if (c == '\\') {
        continued = i == line.length() - 1;
        i++;
      } else if (quote == '"') {
        quote = c == '"' ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return;
      } else if (line.startsWith("<<<", i)) {
        i += 2;
      } else if (line.startsWith("<<", i)) {
        i = heredoc(line, i);
      } else {
        parentheses = Math.max(0, parentheses + (c == '(' ? 1 : c == ')' ? -1 : 0));
        continued = CONTINUATION.matcher(line).region(i, line.length()).matches();
        if (continued) {
          return;
        }
      }
    }
  }

  private int heredoc(String line, int from) {
    Matcher start = HEREDOC.matcher(line).region(from, line.length());
    if (!start.lookingAt()) {
      return from + 1;
    }
    for (int group = 2; group <= 4; group++) {
      if (start.group(group) != null) {
        heredocs.add(new Heredoc(start.group(group), !start.group(1).isEmpty()));
      }
    }
    return start.end() - 1;
  }
}
