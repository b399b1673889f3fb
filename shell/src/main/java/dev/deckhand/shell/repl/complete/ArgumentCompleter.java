package dev.deckhand.shell.repl.complete;

import java.util.List;

/** Completes the arguments of one tool; the tool itself completes its commands and flags. */
interface ArgumentCompleter {

  /** The tool's name on the command line. */
  String tool();

  /**
   * The lab's names, and files, for the cursor's word.
   *
   * @param words the command line before it
   */
  default List<Suggestion> of(List<String> words, String current) {
    var line = ToolArguments.of(words.subList(1, words.size()), current, ToolFlags.of(tool()));
    if (!line.openFlag().isEmpty()) {
      return line.withPrefix(value(line));
    }
    return line.isFlag() || line.positional().isEmpty() ? List.of() : named(line);
  }

  /** Values of the flag at the cursor. */
  List<Suggestion> value(ToolArguments line);

  /** Arguments of the command. */
  List<Suggestion> named(ToolArguments line);
}
