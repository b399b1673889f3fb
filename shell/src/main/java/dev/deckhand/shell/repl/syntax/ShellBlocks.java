package dev.deckhand.shell.repl.syntax;

import dev.deckhand.lesson.ScriptSplitter;
import dev.deckhand.shell.repl.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells commands apart in a text of several lines, as bash would: what {@link ScriptSplitter} keeps
 * together, and loops, conditions and functions from their first word to their last.
 */
public final class ShellBlocks {

  private static final Set<String> OPENING =
      Set.of("for", "while", "until", "select", "if", "case", "{");
  private static final Set<String> CLOSING = Set.of("done", "fi", "esac", "}");

  private ShellBlocks() {}

  /** Whether the last command of a text wants more lines. */
  public static boolean isIncomplete(String text) {
    return ScriptSplitter.isIncomplete(lines(text)) || depth(text) > 0;
  }

  /** The commands of a text; comments and empty lines between them are left out. */
  public static List<String> commands(String text) {
    var commands = new ArrayList<String>();
    var open = new StringBuilder();
    for (String entry : ScriptSplitter.split(lines(text)).entries()) {
      open.append(open.isEmpty() ? "" : "\n").append(entry);
      if (depth(open.toString()) == 0) {
        commands.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      commands.add(open.toString());
    }
    return commands;
  }

  private static int depth(String text) {
    int depth = 0;
    for (Token token : Lexer.of(text)) {
      if (token.kind() == Kind.KEYWORD) {
        int change = OPENING.contains(token.value()) ? 1 : CLOSING.contains(token.value()) ? -1 : 0;
        depth = Math.max(0, depth + change);
      }
    }
    return depth;
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }
}
