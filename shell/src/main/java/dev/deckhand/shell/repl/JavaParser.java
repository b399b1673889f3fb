package dev.deckhand.shell.repl;

import dev.deckhand.lab.JavaDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Reads on where a snippet is not complete, as Java itself sees it. */
final class JavaParser implements Parser {

  private final Supplier<Optional<JavaDesk>> desk;

  JavaParser(Supplier<Optional<JavaDesk>> desk) {
    this.desk = desk;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
    if (accepting && JavaLine.read(line) instanceof JavaLine.Snippet(var text) && !isWhole(text)) {
      throw new EOFError(-1, -1, "the snippet goes on");
    }
    return new Whole(line, cursor);
  }

  private boolean isWhole(String text) {
    return text.startsWith("/")
        || desk.get().flatMap(java -> java.isWhole(text)).orElseGet(() -> !Brackets.areOpen(text));
  }

  /** The line as one word: nobody asks for its parts. */
  private record Whole(String line, int cursor) implements CompletingParsedLine {

    @Override
    public String word() {
      return line;
    }

    @Override
    public int wordCursor() {
      return cursor;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(line);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return cursor;
    }

    @Override
    public int rawWordLength() {
      return line.length();
    }
  }
}
