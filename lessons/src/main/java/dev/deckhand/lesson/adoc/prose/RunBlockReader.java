package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.ScriptSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads commands to try. Where any line has a prompt ({@code $ }), a line without one belongs to
 * the command before it while that one is open, and is otherwise what the command prints.
 */
public final class RunBlockReader {

  private static final String PROMPT = "$ ";

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private final List<String> command = new ArrayList<>();
  private final List<String> output = new ArrayList<>();
  private ScriptSplitter scriptSplitter = ScriptSplitter.empty();
  private boolean open;

  private RunBlockReader() {}

  public static List<Block> read(List<String> lines) {
    if (lines.stream().noneMatch(RunBlockReader::isPrompted)) {
      List<String> entries = ScriptSplitter.split(lines).entries();
      return entries.isEmpty() ? List.of() : List.of(new Block.Run(entries));
    }
    var reader = new RunBlockReader();
    lines.forEach(reader::readLine);
    reader.endOutput();
    reader.endRun();
    return List.copyOf(reader.blocks);
  }

  /** Whether the last command wants more than there is. */
  public static boolean isIncomplete(List<String> lines) {
    if (lines.stream().noneMatch(RunBlockReader::isPrompted)) {
      return ScriptSplitter.isIncomplete(lines);
    }
    var reader = new RunBlockReader();
    lines.forEach(reader::readLine);
    return reader.open;
  }

  private static boolean isPrompted(String line) {
    return line.startsWith(PROMPT) || line.equals("$");
  }

  private void readLine(String line) {
    if (open) {
      command(line);
    } else if (isPrompted(line)) {
      endCommand();
      endOutput();
      scriptSplitter = ScriptSplitter.empty();
      command(line.substring(Math.min(PROMPT.length(), line.length())).stripTrailing());
    } else if (!line.isBlank() || !output.isEmpty()) {
      endCommand();
      output.add(line);
    }
  }

  private void command(String line) {
    command.add(line);
    open = scriptSplitter.isIncompleteAfter(line);
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
