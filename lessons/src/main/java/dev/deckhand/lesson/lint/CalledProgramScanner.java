package dev.deckhand.lesson.lint;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the programs that a command line calls, in substitutions too. A command that runs another
 * one, such as {@code xargs}, gives all words after it.
 */
final class CalledProgramScanner {

  private CalledProgramScanner() {}

  /** The programs that an entry may call, in order. */
  static List<String> of(String entry) {
    var programs = new ArrayList<String>();
    collect(ShellParser.tokens(entry), programs);
    return programs;
  }

  private static void collect(List<ShellToken> tokens, List<String> programs) {
    boolean prefixed = false;
    for (ShellToken token : tokens) {
      String value = token.value();
      boolean named =
          switch (token.kind()) {
            case COMMAND -> token.substitutions().isEmpty();
            case WORD, FLAG -> prefixed;
            case ASSIGNMENT, KEYWORD, FILE, REDIRECTION, COMMENT, HEREDOC, BLANK, OPERATOR -> false;
          };
      if (named) {
        programs.add(value.substring(value.lastIndexOf('/') + 1));
      }
      prefixed =
          token.kind() == ShellToken.Kind.COMMAND
              ? ShellParser.COMMAND_PREFIXES.contains(value)
              : prefixed && token.kind() != ShellToken.Kind.OPERATOR;
      token.substitutions().forEach(inner -> collect(inner.tokens(), programs));
    }
  }
}
