package dev.deckhand.shell.repl.edit;

import dev.deckhand.lesson.script.ScriptSplitter;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Asks for another line if a command isn't complete: an open quote, or a heredoc without its end.
 * The words are only used for completion; the text runs as typed.
 */
final class ShellCommandParser implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
    if (accepting && ScriptSplitter.isIncomplete(line)) {
      throw new EOFError(-1, -1, "the command goes on");
    }
    return ParsedShellLine.of(line, cursor);
  }
}
