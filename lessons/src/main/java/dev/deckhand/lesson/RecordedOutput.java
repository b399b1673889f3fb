package dev.deckhand.lesson;

import java.util.List;

/**
 * What a lesson's offered commands printed when its test last ran in a real lab: for pages, where
 * nobody has a lab to try them in. Never written by hand.
 */
public record RecordedOutput(List<RecordedCommand> commands) {

  /** Nothing was kept of the lesson. */
  public static final RecordedOutput NONE = new RecordedOutput(List.of());

  /** The exit code of a command that goes on until it is interrupted. */
  public static final int EXIT_CODE_INTERRUPTED = 130;

  public RecordedOutput {
    commands = List.copyOf(commands);
  }

  /**
   * One command and what came of it.
   *
   * @param step the title of its step: a step may be moved
   * @param exitCode 0 to 255; 130 for one that goes on until Ctrl-C
   * @param output without control sequences; its beginning and its end where it was long
   */
  public record RecordedCommand(String step, String command, int exitCode, String output) {

    /** Whether it ended with an error. Some are meant to: their text says so. */
    public boolean failed() {
      return exitCode != 0 && exitCode != EXIT_CODE_INTERRUPTED;
    }
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return commands.isEmpty();
  }
}
