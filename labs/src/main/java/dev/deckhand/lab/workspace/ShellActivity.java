package dev.deckhand.lab.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a shell's process does, as {@code /proc/PID/stat} tells it (see proc_pid_stat(5)).
 *
 * @param waiting whether it waits for something, and not for a processor
 * @param ticks the processor time that it has used, in hundredths of a second on all usual kernels
 */
public record ShellActivity(boolean waiting, long ticks) {

  /** Less than this, and it hardly had a processor: half a second. */
  private static final long LITTLE = 50;

  private static final int STATE = 0;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  /** Reads it; empty where there is no {@code /proc}, or the process has ended. */
  public static Optional<ShellActivity> of(Path proc, long pid) {
    try {
      String stat =
          Files.readString(
              proc.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
      // the name before, in parentheses, may contain anything
      return parse(stat.substring(stat.lastIndexOf(')') + 2));
    } catch (IOException | IndexOutOfBoundsException gone) {
      return Optional.empty();
    }
  }

  /**
   * Reads it from the fields of {@code /proc/PID/stat} after the process's name; empty if they are
   * others.
   */
  public static Optional<ShellActivity> parse(String text) {
    try {
      String[] fields = text.split(" ", -1);
      return Optional.of(
          new ShellActivity(
              !fields[STATE].equals("R"),
              Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])));
    } catch (NumberFormatException | IndexOutOfBoundsException other) {
      return Optional.empty();
    }
  }

  /**
   * Whether it would have answered by now if it had had a processor: on a machine with much else to
   * do, a shell that says nothing needn't be stuck.
   *
   * @param before what it did when it was asked
   */
  boolean isStarvedSince(ShellActivity before) {
    return !waiting && ticks - before.ticks < LITTLE;
  }
}
