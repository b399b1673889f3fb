package dev.deckhand.lesson.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the programs that a command line calls: the first word of each part of a pipeline, a list
 * or a substitution. What stands in single quotes or in a heredoc is text; commands that run other
 * commands ({@code xargs}, {@code time}) give all words after them.
 */
final class CalledProgramScanner {

  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*");
  private static final Set<String> KEYWORDS =
      Set.of("do", "then", "else", "elif", "if", "while", "until", "!", "{", "(");
  private static final Set<String> WRAPPERS =
      Set.of(
          "xargs", "time", "timeout", "watch", "sudo", "env", "nohup", "exec", "command", "nice");

  private final String line;
  private final List<String> programs = new ArrayList<>();
  private final Deque<Character> outerQuotes = new ArrayDeque<>();
  private final StringBuilder word = new StringBuilder();
  private char quote;
  private boolean atCommandStart = true;
  private boolean wrapped;

  private CalledProgramScanner(String line) {
    this.line = line;
  }

  /** The programs that an entry may call, in order. */
  static List<String> of(String entry) {
    int heredoc = entry.replace("<<<", "   ").indexOf("<<");
    int end = heredoc < 0 ? -1 : entry.indexOf('\n', heredoc);
    var words = new CalledProgramScanner(end < 0 ? entry : entry.substring(0, end));
    words.scan();
    return List.copyOf(words.programs);
  }

  private void scan() {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean substitution = line.startsWith("$(", i) || c == '`';
      if (quote == '\'') {
        quote = c == '\'' ? 0 : quote;
      } else if (c == '\\') {
        // a backslash at the end of a line joins it with the next
        if (i + 1 < line.length() && line.charAt(i + 1) != '\n') {
          word.append(line.charAt(i + 1));
        }
        i++;
      } else if (substitution) {
        beginCommand();
        outerQuotes.push(quote);
        quote = 0;
        i += c == '`' ? 0 : 1;
      } else if (quote == '"') {
        quote = c == '"' ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ')' && !outerQuotes.isEmpty()) {
        beginCommand();
        quote = outerQuotes.pop();
        atCommandStart = false;
      } else if (c == '#' && word.isEmpty()) {
        i = endOfLine(i);
      } else if ("|&;()\n".indexOf(c) >= 0) {
        beginCommand();
      } else if (Character.isWhitespace(c)) {
        endWord();
      } else {
        word.append(c);
      }
    }
    endWord();
  }

  private int endOfLine(int from) {
    int end = line.indexOf('\n', from);
    return (end < 0 ? line.length() : end) - 1;
  }

  /** A new command begins. */
  private void beginCommand() {
    endWord();
    atCommandStart = true;
    wrapped = false;
  }

  private void endWord() {
    String done = word.toString();
    word.setLength(0);
    boolean begins =
        atCommandStart && !KEYWORDS.contains(done) && !ASSIGNMENT.matcher(done).matches();
    if (done.isEmpty() || !(begins || wrapped)) {
      return;
    }
    programs.add(done.substring(done.lastIndexOf('/') + 1));
    wrapped |= begins && WRAPPERS.contains(done);
    atCommandStart = false;
  }
}
