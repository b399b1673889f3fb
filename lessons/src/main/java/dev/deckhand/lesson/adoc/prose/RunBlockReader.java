package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.bash.ShellCommand;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.script.ScriptSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads run blocks. If any line has a prompt ({@code $ }), a line without one continues an
 * incomplete command, and otherwise is output.
 */
public final class RunBlockReader {

  private static final String PROMPT = "$ ";

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private final List<String> output = new ArrayList<>();
  private boolean complete = true;

  private RunBlockReader() {}

  public static List<Block> read(List<String> lines) {
    if (lines.stream().noneMatch(RunBlockReader::isPrompted)) {
      List<String> entries = ScriptSplitter.split(lines).entries();
      return entries.isEmpty() ? List.of() : List.of(new Block.Run(entries));
    }
    var reader = new RunBlockReader();
    reader.readLines(String.join("\n", lines));
    return List.copyOf(reader.blocks);
  }

  /** Whether the last command lacks its end. */
  public static boolean isIncomplete(List<String> lines) {
    String text = String.join("\n", lines);
    if (lines.stream().noneMatch(RunBlockReader::isPrompted)) {
      return ScriptSplitter.isIncomplete(text);
    }
    var reader = new RunBlockReader();
    reader.readLines(text);
    return !reader.complete;
  }

  private static boolean isPrompted(String line) {
    return line.startsWith(PROMPT) || line.equals("$");
  }

  private void readLines(String text) {
    for (int at = 0; at < text.length(); ) {
      int newline = text.indexOf('\n', at);
      String line = text.substring(at, newline < 0 ? text.length() : newline);
      if (isPrompted(line)) {
        endOutput();
        ShellCommand command =
            ScriptSplitter.commandAt(text, at + Math.min(PROMPT.length(), line.length()));
        complete = command.complete();
        String typed = text.substring(command.start(), command.end()).strip();
        if (!typed.isEmpty()) {
          commands.add(typed);
        }
        at = command.end();
      } else {
        complete = true;
        if (!line.isBlank() || !output.isEmpty()) {
          output.add(line);
        }
        at += line.length() + 1;
      }
    }
    endOutput();
    endRun();
  }

  private void endRun() {
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
