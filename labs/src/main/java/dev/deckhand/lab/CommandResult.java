package dev.deckhand.lab;

import java.time.Duration;

/**
 * What came of a learner's line.
 *
 * @param exitCode as the shell reports it: 0 to 255, 130 after Ctrl-C
 * @param output what it wrote, without control sequences: its beginning and its end where it was
 *     long
 * @param shellEnded whether the line ended the shell itself; the next one starts in a new shell
 */
public record CommandResult(int exitCode, String output, boolean shellEnded, Duration took) {}
