package dev.deckhand.lab.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the shell says when a command is done.
 *
 * @param pipeStatus the exit codes of the last pipeline's parts
 * @param flags the shell's own, as {@code $-} has them
 * @param folder where it is now
 */
record ShellReport(int exitCode, List<Integer> pipeStatus, String flags, String folder) {

  ShellReport {
    pipeStatus = List.copyOf(pipeStatus);
  }

  /** What a shell that has just begun in a folder would report. */
  static ShellReport initial(String folder) {
    return new ShellReport(0, List.of(0), "", folder);
  }

  /** Reads {@code STATUS;STATUSES;FLAGS;FOLDER}; nothing where the text is not of that form. */
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
