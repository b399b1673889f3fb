package dev.deckhand.shell.repl.java;

import dev.deckhand.lab.JavaCodeAssist;
import dev.deckhand.lesson.script.JavaSnippets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Asks for another line if JShell considers a snippet incomplete. */
final class JavaSnippetParser implements Parser {

  private final Supplier<Optional<JavaCodeAssist>> desk;

  JavaSnippetParser(Supplier<Optional<JavaCodeAssist>> desk) {
    this.desk = desk;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
    if (accepting
        && JavaInput.read(line) instanceof JavaInput.Snippet(var text)
        && !isComplete(text)) {
      throw new EOFError(-1, -1, "the snippet goes on");
    }
    return new WholeLine(line, cursor);
  }

  private boolean isComplete(String text) {
    return text.startsWith("/")
        || desk.get()
            .flatMap(java -> java.isComplete(text))
            .orElseGet(() -> !JavaSnippets.isIncomplete(text));
  }

  /** The line as one word, since nothing uses its parts. */
  private record WholeLine(String line, int cursor) implements CompletingParsedLine {

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
