package dev.deckhand.lesson;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits shell lines into entries as a learner would type them: heredocs, lines that end in a
 * backslash or an operator, and open quotes stay with the line that began them; so do snippets of
 * Java with the line that opens JShell.
 */
public final class Entries {

  private static final Pattern HEREDOC =
      Pattern.compile("<<(-?)\\s*(?:'([^']+)'|\"([^\"]+)\"|\\\\?([A-Za-z_][A-Za-z0-9_.!+-]*))");
  private static final Pattern OWN_WORD =
      Pattern.compile("(answer(\\s|\\s*\\d+:)|choose\\s|note\\s).*");
  private static final Pattern GOES_ON = Pattern.compile("(\\||&&)\\s*");

  /** The line that opens JShell. */
  public static final String JAVA = "java";

  /** The line that leads back from JShell. */
  public static final String END_OF_JAVA = "/exit";

  private final List<String> entries = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final Deque<Heredoc> heredocs = new ArrayDeque<>();
  private char quote;
  private int parentheses;
  private boolean continued;
  private int seen;

  /**
   * Splits lines into entries; comments and empty lines between entries are left out.
   *
   * @param starts for each entry, which of the lines it begins on, counted from 0
   * @param whole false if the last entry lacks an end: a quote, a heredoc, a parenthesis
   */
  public record Split(List<String> entries, List<Integer> starts, boolean whole) {
    public Split {
      entries = List.copyOf(entries);
      starts = List.copyOf(starts);
    }
  }

  /** A heredoc that is open; with a dash, tabs before its last line do not count. */
  private record Heredoc(String word, boolean dash) {
    boolean endsWith(String line) {
      return (dash ? line.replaceFirst("^\t+", "") : line).equals(word);
    }
  }

  /** Splits all lines. */
  public static Split of(List<String> lines) {
    var split = new Entries();
    int next = 0;
    while (next < lines.size()) {
      int end = split.open.isEmpty() ? endOfJava(lines, next) : next;
      if (end > next) {
        split.entries.add(String.join("\n", lines.subList(next, end)));
        next = end;
      } else {
        split.see(lines.get(next++));
      }
    }
    boolean whole = split.open.isEmpty();
    split.close();
    return new Split(split.entries, split.starts, whole);
  }

  /** Snippets of Java stand between a line {@code java} and a line {@code /exit}. */
  private static int endOfJava(List<String> lines, int from) {
    if (!lines.get(from).strip().equals(JAVA)) {
      return from;
    }
    for (int line = from + 1; line < lines.size(); line++) {
      if (lines.get(line).strip().equals(END_OF_JAVA)) {
        return line + 1;
      }
    }
    return from;
  }

  /** Returns the snippets that an entry holds; empty where it is no Java. */
  public static Optional<String> java(String entry) {
    List<String> lines = entry.lines().toList();
    return !lines.isEmpty() && endOfJava(lines, 0) == lines.size()
        ? Optional.of(String.join("\n", lines.subList(1, lines.size() - 1)))
        : Optional.empty();
  }

  /** Returns the entry that holds a snippet: as a script has it. */
  public static String ofJava(String snippet) {
    return JAVA + "\n" + snippet + "\n" + END_OF_JAVA;
  }

  /** Whether these lines, as one entry, want more. */
  public static boolean isOpen(List<String> lines) {
    return !of(lines).whole();
  }

  /** Begins with no lines; for who asks after each whether it wants more. */
  public static Entries begin() {
    return new Entries();
  }

  /** Takes the next line; whether the entry that it belongs to wants more. */
  public boolean wantsMoreAfter(String line) {
    see(line);
    return !open.isEmpty();
  }

  private void see(String line) {
    int number = seen++;
    boolean first = open.isEmpty();
    add(line);
    if (first && (!open.isEmpty() || starts.size() < entries.size())) {
      starts.add(number);
    }
  }

  private void add(String line) {
    if (!heredocs.isEmpty()) {
      open.add(line);
      if (heredocs.element().endsWith(line)) {
        heredocs.remove();
      }
    } else if (open.isEmpty() && (line.isBlank() || line.stripLeading().startsWith("#"))) {
      return;
    } else if (open.isEmpty() && OWN_WORD.matcher(line).matches()) {
      open.add(line.strip());
    } else {
      open.add(open.isEmpty() ? line.stripLeading() : line);
      scan(line);
    }
    if (heredocs.isEmpty() && quote == 0 && parentheses == 0 && !continued) {
      close();
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      entries.add(String.join("\n", open).stripTrailing());
      open.clear();
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
        continued = GOES_ON.matcher(line).region(i, line.length()).matches();
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
