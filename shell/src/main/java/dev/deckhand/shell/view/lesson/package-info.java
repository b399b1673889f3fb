/**
 * Lessons, steps, verdicts and remarks as styled lines.
 *
 * <p>Knows nothing about terminals, files or time: widths and durations are passed in.
 */
@NullMarked
package dev.deckhand.shell.view.lesson;

import org.jspecify.annotations.NullMarked;
