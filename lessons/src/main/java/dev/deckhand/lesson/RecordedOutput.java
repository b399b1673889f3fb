package dev.deckhand.lesson;

import java.util.List;

/**
 * What a lesson's offered commands printed when its test last ran in a real lab. Pages show it.
 * Never written by hand.
 */
public record RecordedOutput(List<RecordedCommand> commands) {

  /** Nothing is recorded. */
  public static final RecordedOutput NONE = new RecordedOutput(List.of());

  /** The exit code of a command that runs until it is interrupted. */
  public static final int EXIT_CODE_INTERRUPTED = 130;

  public RecordedOutput {
    commands = List.copyOf(commands);
  }

  /**
   * One command and its output.
   *
   * @param step the title of its step, since steps may be moved
   * @param exitCode 0 to 255; 130 for a command that runs until Ctrl-C
   * @param output without control sequences; long output is cut in the middle
   */
  public record RecordedCommand(String step, String command, int exitCode, String output) {

    /** Whether it ended with an error, as some commands are meant to. */
    public boolean failed() {
      return exitCode != 0 && exitCode != EXIT_CODE_INTERRUPTED;
    }
  }

  /** Whether nothing is recorded. */
  public boolean isEmpty() {
    return commands.isEmpty();
  }
}
