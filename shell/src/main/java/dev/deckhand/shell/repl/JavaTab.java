package dev.deckhand.shell.repl;

import dev.deckhand.lab.JavaDesk;
import dev.deckhand.session.Lines;
import dev.deckhand.shell.view.JavaView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;

/**
 * The Tab key while Java is typed: once completes, and once more, nothing having changed, says what
 * the cursor is in.
 */
final class JavaTab {

  private static final String INDENT = "  ";

  private final LineReader reader;
  private final TerminalScreen screen;
  private final Supplier<Optional<JavaDesk>> desk;
  private String seen = "";
  private int seenAt = -1;

  JavaTab(LineReader reader, TerminalScreen screen, Supplier<Optional<JavaDesk>> desk) {
    this.reader = reader;
    this.screen = screen;
    this.desk = desk;
  }

  /** Does what the key asks for. */
  boolean pressed() {
    Buffer buffer = reader.getBuffer();
    String text = buffer.toString();
    int cursor = buffer.cursor();
    boolean again = text.equals(seen) && cursor == seenAt;
    if (text.startsWith("/")) {
      complete(buffer, new JavaDesk.Completions(0, commands(text)));
    } else if (text.substring(text.lastIndexOf('\n', cursor - 1) + 1, cursor).isBlank()) {
      buffer.write(INDENT);
    } else if (again) {
      explain(text, cursor);
    } else {
      complete(text, cursor);
    }
    seen = buffer.toString();
    seenAt = buffer.cursor();
    return true;
  }

  private static List<String> commands(String typed) {
    return Stream.of(List.of("exit", "help"), JavaLine.OF_JAVA, Lines.WORDS)
        .flatMap(words -> words.stream())
        .map(word -> "/" + word)
        .distinct()
        .sorted()
        .filter(word -> word.startsWith(typed))
        .toList();
  }

  private void complete(String text, int cursor) {
    Optional<JavaDesk.Completions> known =
        desk.get().flatMap(java -> java.completions(text, cursor));
    if (known.isEmpty()) {
      screen.print(view().thinking());
    } else if (known.get().words().isEmpty()) {
      explain(text, cursor);
    } else {
      complete(reader.getBuffer(), known.get());
    }
  }

  /** Writes what all have in common, and shows them where there are several. */
  private void complete(Buffer buffer, JavaDesk.Completions known) {
    String typed = buffer.substring(known.anchor(), buffer.cursor());
    String common = common(known.words());
    if (common.startsWith(typed) && common.length() > typed.length()) {
      buffer.write(common.substring(typed.length()));
    } else if (known.words().size() > 1) {
      screen.print(view().choices(known.words()));
    }
  }

  private static String common(List<String> words) {
    String common = words.isEmpty() ? "" : words.getFirst();
    for (String word : words) {
      int end = 0;
      while (end < Math.min(common.length(), word.length())
          && common.charAt(end) == word.charAt(end)) {
        end++;
      }
      common = common.substring(0, end);
    }
    return common;
  }

  private void explain(String text, int cursor) {
    // behind its last bracket, a call is still what one asks about
    int within = cursor > 0 && text.charAt(cursor - 1) == ')' ? cursor - 1 : cursor;
    desk.get()
        .flatMap(java -> java.documentation(text, within))
        .ifPresentOrElse(
            found -> screen.print(view().documentation(described(found))),
            () -> screen.print(view().thinking()));
  }

  private static List<JavaView.Described> described(List<JavaDesk.Description> found) {
    return found.stream().map(one -> new JavaView.Described(one.signature(), one.text())).toList();
  }

  private JavaView view() {
    return new JavaView(screen.look());
  }
}
