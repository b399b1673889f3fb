package dev.deckhand.shell.view.prose;

import java.util.ArrayList;
import java.util.List;

/** Where a command line may be continued with a backslash: at spaces outside of quotes. */
public final class CommandLineSplitter {

  private CommandLineSplitter() {}

  /**
   * Splits at single spaces outside of quotes; joined by spaces again, the parts are the command. A
   * comment is one part: no backslash continues it.
   */
  public static List<String> of(String command) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '#' && quote == 0 && part.isEmpty()) {
        parts.add(command.substring(i));
        return parts;
      }
      if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
        part.append(c).append(command.charAt(++i));
      } else if (c == ' ' && quote == 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        quote = next(quote, c);
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  private static char next(char quote, char c) {
    if (quote == 0) {
      return c == '\'' || c == '"' || c == '`' ? c : 0;
    }
    return c == quote ? 0 : quote;
  }
}
