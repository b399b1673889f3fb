package dev.deckhand.shell.view.prose;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import dev.deckhand.bash.ShellToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds where a command line can be continued with a backslash: at spaces between words. */
public final class CommandLineSplitter {

  private CommandLineSplitter() {}

  /**
   * Splits at single spaces between words; joined by spaces again, the parts are the command. A
   * comment is one part: no backslash continues it.
   */
  public static List<String> of(String command) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int space : spaces(ShellParser.tokens(command), command)) {
      parts.add(command.substring(from, space));
      from = space + 1;
    }
    parts.add(command.substring(from));
    return parts;
  }

  private static List<Integer> spaces(List<ShellToken> tokens, String command) {
    var spaces = new ArrayList<Integer>();
    for (ShellToken token : tokens) {
      for (int at = token.start(); token.kind() == Kind.BLANK && at < token.end(); at++) {
        if (command.charAt(at) == ' ') {
          spaces.add(at);
        }
      }
      token.substitutions().forEach(inner -> spaces.addAll(spaces(inner.tokens(), command)));
    }
    return spaces;
  }
}
