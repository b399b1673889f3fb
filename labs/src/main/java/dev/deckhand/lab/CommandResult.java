package dev.deckhand.lab;

import java.time.Duration;

/**
 * The result of a learner's command.
 *
 * @param exitCode as the shell reports it: 0 to 255, 130 after Ctrl-C
 * @param output what it wrote, without control sequences; of long output, the beginning and the end
 * @param shellEnded whether the command ended the shell; the next command gets a new one
 */
public record CommandResult(int exitCode, String output, boolean shellEnded, Duration took) {}
