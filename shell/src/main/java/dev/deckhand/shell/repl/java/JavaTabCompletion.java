package dev.deckhand.shell.repl.java;

import dev.deckhand.lab.JavaCodeAssist;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.repl.screen.TerminalScreen;
import dev.deckhand.shell.view.prompt.JavaPromptView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;

/**
 * The Tab key at the Java prompt: pressed once it completes; pressed again without a change, it
 * shows the documentation at the cursor.
 */
final class JavaTabCompletion {

  private static final String INDENT = "  ";

  private final LineReader reader;
  private final TerminalScreen screen;
  private final Supplier<Optional<JavaCodeAssist>> desk;
  private String seen = "";
  private int seenAt = -1;

  JavaTabCompletion(
      LineReader reader, TerminalScreen screen, Supplier<Optional<JavaCodeAssist>> desk) {
    this.reader = reader;
    this.screen = screen;
    this.desk = desk;
  }

  /** Handles the key. */
  boolean pressed() {
    Buffer buffer = reader.getBuffer();
    String text = buffer.toString();
    int cursor = buffer.cursor();
    boolean again = text.equals(seen) && cursor == seenAt;
    if (text.startsWith("/")) {
      complete(buffer, new JavaCodeAssist.Completions(0, commands(text)));
    } else if (text.substring(text.lastIndexOf('\n', cursor - 1) + 1, cursor).isBlank()) {
      buffer.write(INDENT);
    } else if (again) {
      showDocumentation(text, cursor);
    } else {
      complete(text, cursor);
    }
    seen = buffer.toString();
    seenAt = buffer.cursor();
    return true;
  }

  private static List<String> commands(String typed) {
    return Stream.of(
            List.of("exit", "help"), JavaInput.JSHELL_COMMANDS, LearnerInputParser.COMMANDS)
        .flatMap(words -> words.stream())
        .map(word -> "/" + word)
        .distinct()
        .sorted()
        .filter(word -> word.startsWith(typed))
        .toList();
  }

  private void complete(String text, int cursor) {
    Optional<JavaCodeAssist.Completions> known =
        desk.get().flatMap(java -> java.completions(text, cursor));
    if (known.isEmpty()) {
      screen.print(view().notReadyYet());
    } else if (known.get().candidates().isEmpty()) {
      showDocumentation(text, cursor);
    } else {
      complete(reader.getBuffer(), known.get());
    }
  }

  /** Inserts the common prefix, and lists the suggestions if there are several. */
  private void complete(Buffer buffer, JavaCodeAssist.Completions known) {
    String typed = buffer.substring(known.anchor(), buffer.cursor());
    String common = common(known.candidates());
    if (common.startsWith(typed) && common.length() > typed.length()) {
      buffer.write(common.substring(typed.length()));
    } else if (known.candidates().size() > 1) {
      screen.print(view().choices(known.candidates()));
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

  private void showDocumentation(String text, int cursor) {
    // after its closing bracket, a call is still what the documentation is wanted for
    int within = cursor > 0 && text.charAt(cursor - 1) == ')' ? cursor - 1 : cursor;
    desk.get()
        .flatMap(java -> java.documentation(text, within))
        .ifPresentOrElse(
            found -> screen.print(view().documentation(described(found))),
            () -> screen.print(view().notReadyYet()));
  }

  private static List<JavaPromptView.Documentation> described(
      List<JavaCodeAssist.Description> found) {
    return found.stream()
        .map(one -> new JavaPromptView.Documentation(one.signature(), one.text()))
        .toList();
  }

  private JavaPromptView view() {
    return new JavaPromptView(screen.renderContext());
  }
}
