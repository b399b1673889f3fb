package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Entries;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads commands to try. Where any line has a prompt ({@code $ }), a line without one belongs to
 * the command before it while that one is open, and is otherwise what the command prints.
 */
final class RunReader {

  private static final String PROMPT = "$ ";

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private final List<String> command = new ArrayList<>();
  private final List<String> output = new ArrayList<>();
  private Entries entries = Entries.begin();
  private boolean open;

  private RunReader() {}

  static List<Block> read(List<String> lines) {
    if (lines.stream().noneMatch(RunReader::isPrompted)) {
      List<String> entries = Entries.of(lines).entries();
      return entries.isEmpty() ? List.of() : List.of(new Block.Run(entries));
    }
    var reader = new RunReader();
    lines.forEach(reader::see);
    reader.endOutput();
    reader.endRun();
    return List.copyOf(reader.blocks);
  }

  /** Whether the last command wants more than there is. */
  static boolean isOpen(List<String> lines) {
    if (lines.stream().noneMatch(RunReader::isPrompted)) {
      return Entries.isOpen(lines);
    }
    var reader = new RunReader();
    lines.forEach(reader::see);
    return reader.open;
  }

  private static boolean isPrompted(String line) {
    return line.startsWith(PROMPT) || line.equals("$");
  }

  private void see(String line) {
    if (open) {
      command(line);
    } else if (isPrompted(line)) {
      endCommand();
      endOutput();
      entries = Entries.begin();
      command(line.substring(Math.min(PROMPT.length(), line.length())).stripTrailing());
    } else if (!line.isBlank() || !output.isEmpty()) {
      endCommand();
      output.add(line);
    }
  }

  private void command(String line) {
    command.add(line);
    open = entries.wantsMoreAfter(line);
  }

  private void endCommand() {
    open = false;
    String typed = String.join("\n", command).strip();
    if (!typed.isEmpty()) {
      commands.add(typed);
    }
    command.clear();
  }

  private void endRun() {
    endCommand();
    if (!commands.isEmpty()) {
      blocks.add(new Block.Run(List.copyOf(commands)));
      commands.clear();
    }
  }

  private void endOutput() {
    while (!output.isEmpty() && output.getLast().isBlank()) {
      output.removeLast();
    }
    if (!output.isEmpty()) {
      endRun();
      blocks.add(new Block.Listing("", "", List.copyOf(output)));
      output.clear();
    }
  }
}
