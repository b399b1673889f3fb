package dev.deckhand.shell.grade;

import java.time.Duration;

/**
 * A command of a submission that has run.
 *
 * @param step counted from 1
 * @param exitCode as the shell reports it: 0 to 255
 * @param output without control sequences; of long output, the beginning and the end
 * @param timedOut whether it was ended because its time was over
 */
public record CommandRecord(
    int step, String command, int exitCode, String output, boolean timedOut, Duration took) {}
