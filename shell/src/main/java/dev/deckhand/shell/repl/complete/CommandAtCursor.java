package dev.deckhand.shell.repl.complete;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import dev.deckhand.bash.ShellToken.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command at the cursor, from its name to the word that is being typed.
 *
 * @param words the words before the cursor's, without quotes, beginning with the command's name;
 *     assignments and prefixes such as {@code sudo} are left out
 * @param current the cursor's word up to the cursor, without quotes; empty for a new one
 * @param start offset of the cursor's word in the text
 * @param place the part that the cursor's word plays
 * @param quote the open quote at the cursor; 0 for none
 */
public record CommandAtCursor(
    List<String> words, String current, int start, Place place, char quote) {

  public CommandAtCursor {
    words = List.copyOf(words);
  }

  /** The part that the cursor's word plays. */
  public enum Place {
    COMMAND,
    ARGUMENT,
    /** After a redirection. */
    FILE,
    /** In a comment or a heredoc, where nothing can be completed. */
    TEXT
  }

  /** Finds the command in a text that may be incomplete. */
  public static CommandAtCursor in(String text, int cursor) {
    String before = text.substring(0, Math.clamp(cursor, 0, text.length()));
    return last(ShellParser.tokens(before), before.length());
  }

  private static CommandAtCursor last(List<ShellToken> all, int cursor) {
    List<ShellToken.Substitution> inner = all.isEmpty() ? List.of() : all.getLast().substitutions();
    if (!inner.isEmpty() && !inner.getLast().closed()) {
      return last(inner.getLast().tokens(), cursor);
    }
    List<ShellToken> tokens = all.stream().filter(one -> one.kind() != Kind.BLANK).toList();
    ShellToken last = tokens.isEmpty() ? null : tokens.getLast();
    boolean within = last != null && last.end() == cursor && last.isWord();
    var words = new ArrayList<String>();
    boolean named = false;
    for (ShellToken token : within ? tokens.subList(0, tokens.size() - 1) : tokens) {
      switch (token.kind()) {
        case OPERATOR -> {
          words.clear();
          named = false;
        }
        case COMMAND, FLAG, WORD -> {
          words.add(token.value());
          named = true;
        }
        case KEYWORD, ASSIGNMENT, FILE, REDIRECTION, COMMENT, HEREDOC, BLANK -> {}
      }
    }
    List<String> own = withoutPrefixCommands(words);
    String current = within && last != null ? last.value() : "";
    int start = within && last != null ? last.start() : cursor;
    char quote = within && last != null ? last.open() : 0;
    return new CommandAtCursor(own, current, start, place(last, within, named, own), quote);
  }

  private static Place place(
      @Nullable ShellToken last, boolean within, boolean named, List<String> own) {
    if (last == null) {
      return Place.COMMAND;
    }
    if (last.kind() == Kind.COMMENT || last.kind() == Kind.HEREDOC) {
      return Place.TEXT;
    }
    if ((within && last.kind() == Kind.FILE) || last.kind() == Kind.REDIRECTION) {
      return Place.FILE;
    }
    if (within && (last.kind() == Kind.COMMAND || last.kind() == Kind.KEYWORD)) {
      return own.isEmpty() ? Place.COMMAND : Place.ARGUMENT;
    }
    if (own.isEmpty() && !(within && last.kind() == Kind.ASSIGNMENT)) {
      boolean value = within && last.kind() == Kind.WORD && !named;
      return value ? Place.ARGUMENT : Place.COMMAND;
    }
    return Place.ARGUMENT;
  }

  /** {@code sudo -E kubectl get} is {@code kubectl get}. */
  private static List<String> withoutPrefixCommands(List<String> words) {
    int from = 0;
    while (from < words.size() && ShellParser.COMMAND_PREFIXES.contains(words.get(from))) {
      from++;
      while (from < words.size() && isPrefixFlag(words, from)) {
        from++;
      }
    }
    return words.subList(from, words.size());
  }

  private static boolean isPrefixFlag(List<String> words, int at) {
    String word = words.get(at);
    return word.startsWith("-") || word.matches("\\d+(\\.\\d+)?[smhd]?") || word.contains("=");
  }
}
