package dev.deckhand.lesson;

import dev.deckhand.lesson.script.JavaSnippets;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command that a step's text shows, and the prompt it is for: after a line {@code java} that of
 * JShell, up to a line {@code /exit} or the end of the text.
 *
 * @param text one line, or several that belong together
 */
public record OfferedCommand(String text, boolean java) {

  /** The prompt of continued lines. */
  public static final String CONTINUATION_PROMPT = "> ";

  /** Finds the prompt for each entry of a text; an entry of Java is split into its snippets. */
  public static List<OfferedCommand> of(List<String> entries) {
    var offeredCommand = new ArrayList<OfferedCommand>();
    boolean java = false;
    for (String entry : entries.stream().flatMap(OfferedCommand::splitJava).toList()) {
      offeredCommand.add(new OfferedCommand(entry, java));
      java =
          entry.equals(CommandFormat.JSHELL_START)
              || (java && !entry.equals(CommandFormat.JSHELL_EXIT));
    }
    return List.copyOf(offeredCommand);
  }

  private static Stream<String> splitJava(String entry) {
    if (!(CommandFormat.parse(entry) instanceof SessionCommand.Java(String source))) {
      return Stream.of(entry);
    }
    var parts = new ArrayList<>(JavaSnippets.split(source));
    parts.addFirst(CommandFormat.JSHELL_START);
    parts.addLast(CommandFormat.JSHELL_EXIT);
    return parts.stream();
  }

  /** Whether it only opens or leaves JShell. */
  public boolean isJshellBoundary() {
    return text.equals(java ? CommandFormat.JSHELL_EXIT : CommandFormat.JSHELL_START);
  }

  /** The command for the lab. */
  public SessionCommand.LabCommand command() {
    return java ? new SessionCommand.Java(text) : new SessionCommand.Shell(text);
  }

  /** The prompt of its first line. */
  public String prompt() {
    return java ? "java> " : "$ ";
  }

  /** Its lines, each with its prompt. */
  public List<String> linesWithPrompts() {
    var lines = new ArrayList<String>();
    text.lines()
        .forEach(line -> lines.add((lines.isEmpty() ? prompt() : CONTINUATION_PROMPT) + line));
    return lines;
  }
}
