package dev.deckhand.lab.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the shell reports when a command has ended.
 *
 * @param pipeStatus the exit codes of the last pipeline's commands
 * @param flags the shell's options, as in {@code $-}
 * @param folder the current folder
 */
record ShellReport(int exitCode, List<Integer> pipeStatus, String flags, String folder) {

  ShellReport {
    pipeStatus = List.copyOf(pipeStatus);
  }

  /** The report of a shell that was just started in a folder. */
  static ShellReport initial(String folder) {
    return new ShellReport(0, List.of(0), "", folder);
  }

  /** Reads {@code STATUS;STATUSES;FLAGS;FOLDER}; empty if the text has another form. */
  static Optional<ShellReport> parse(String text) {
    var parts = text.split(";", 4);
    if (parts.length < 4) {
      return Optional.empty();
    }
    try {
      var pipeline = new ArrayList<Integer>();
      for (var status : parts[1].trim().split(" +", -1)) {
        pipeline.add(Integer.valueOf(status));
      }
      // the terminal turned a line break in the folder's name into two characters
      return Optional.of(
          new ShellReport(
              Integer.parseInt(parts[0]), pipeline, parts[2], parts[3].replace("\r\n", "\n")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
