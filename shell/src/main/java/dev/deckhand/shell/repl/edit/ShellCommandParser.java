package dev.deckhand.shell.repl.edit;

import dev.deckhand.lesson.script.ScriptSplitter;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Reads on where a command is not complete: an open quote, a heredoc without its end. The words are
 * only for completion; what is run is the text as typed.
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
