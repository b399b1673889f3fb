package dev.deckhand.shell.repl.edit;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.repl.complete.PathCommands;
import dev.deckhand.shell.view.style.SyntaxStyles;
import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a line while it is typed, and marks commands that bash would not find. */
public final class ShellHighlighter implements Highlighter {

  private final SyntaxStyles colours;
  private final PathCommands commands;
  private final UserDefinedCommands own;

  /**
   * @param own says whether the learner may have made commands of their own
   */
  public ShellHighlighter(SyntaxStyles colours, PathCommands commands, UserDefinedCommands own) {
    this.colours = colours;
    this.commands = commands;
    this.own = own;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    return draw(buffer, buffer.length() > reader.getBuffer().cursor() ? -1 : buffer.length());
  }

  /**
   * Draws a line.
   *
   * @param typing where a word is still being typed; -1 for nowhere
   */
  public AttributedString draw(String line, int typing) {
    if (colours.isPlain()) {
      return new AttributedString(line);
    }
    var drawn = new AttributedStringBuilder();
    draw(ShellParser.tokens(line), line, typing, drawn);
    return drawn.toAttributedString();
  }

  private void draw(
      List<ShellToken> tokens, String line, int typing, AttributedStringBuilder drawn) {
    for (ShellToken token : tokens) {
      AttributedStyle style = style(token, line, typing);
      int at = token.start();
      for (ShellToken.Substitution inner : token.substitutions()) {
        for (ShellToken one : inner.tokens()) {
          drawn.append(line.substring(at, one.start()), style);
          draw(List.of(one), line, typing, drawn);
          at = one.end();
        }
      }
      drawn.append(line.substring(at, token.end()), style);
    }
  }

  private AttributedStyle style(ShellToken token, String line, int typing) {
    char first = line.charAt(token.start());
    return switch (token.kind()) {
      case COMMAND -> command(token, token.end() == typing);
      case FLAG -> colours.flag();
      case COMMENT -> colours.comment();
      case OPERATOR, REDIRECTION, KEYWORD -> colours.operator();
      case HEREDOC -> colours.quoted();
      case BLANK -> AttributedStyle.DEFAULT;
      case WORD, FILE, ASSIGNMENT ->
          first == '\'' || first == '"' ? colours.quoted() : AttributedStyle.DEFAULT;
    };
  }

  private AttributedStyle command(ShellToken token, boolean growing) {
    String name = token.value();
    if (token.start() == 0
        && (LearnerInputParser.COMMANDS.contains(name)
            || LearnerInputParser.QUIT_ALIASES.contains(name))) {
      return colours.builtin();
    }
    if (commands.unknown() || commands.has(name)) {
      return colours.command();
    }
    boolean literal = !name.contains("$") && !name.contains("`") && !name.contains("*");
    return literal && !growing && !own.mayExist() ? colours.unknownCommand() : colours.command();
  }
}
