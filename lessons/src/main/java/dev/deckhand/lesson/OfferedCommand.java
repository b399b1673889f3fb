package dev.deckhand.lesson;

import dev.deckhand.lesson.script.JavaSnippets;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry that a text shows, and where it is typed: behind a line {@code java} at the prompt of
 * JShell, until the text ends or a line is {@code /exit}.
 *
 * @param text one line, or several that belong together
 */
public record OfferedCommand(String text, boolean java) {

  /** What stands before the lines that go on. */
  public static final String CONTINUATION_PROMPT = "> ";

  /** Finds out where each entry of a text is typed; one that holds Java is taken apart. */
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

  /** Whether it only leads into JShell or out of it. */
  public boolean isJshellBoundary() {
    return text.equals(java ? CommandFormat.JSHELL_EXIT : CommandFormat.JSHELL_START);
  }

  /** The command that it is, for the lab. */
  public SessionCommand.LabCommand command() {
    return java ? new SessionCommand.Java(text) : new SessionCommand.Shell(text);
  }

  /** What stands before its first line. */
  public String prompt() {
    return java ? "java> " : "$ ";
  }

  /** Its lines, each behind what stands before it in a terminal. */
  public List<String> linesWithPrompts() {
    var lines = new ArrayList<String>();
    text.lines()
        .forEach(line -> lines.add((lines.isEmpty() ? prompt() : CONTINUATION_PROMPT) + line));
    return lines;
  }
}
