package dev.deckhand.shell.grade;

import dev.deckhand.shell.report.OutputTail;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command of a submission that has run.
 *
 * @param step counted from 1
 * @param exitCode as the shell reports it: 0 to 255
 * @param output without control sequences; of long output, the beginning and the end
 * @param timedOut whether it was ended because its time was over
 */
public record CommandRecord(
    int step, String command, int exitCode, String output, boolean timedOut, Duration took) {

  /** What commands printed, each after its own line. */
  public static OutputTail transcript(List<CommandRecord> commands) {
    return new OutputTail(
        commands.stream()
            .map(one -> "$ " + one.command + "\n" + one.output + (one.output.isEmpty() ? "" : "\n"))
            .collect(Collectors.joining()),
        0);
  }
}
