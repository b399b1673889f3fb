/**
 * What the learner sees: lessons, verdicts and progress as styled lines for a width in columns.
 *
 * <p>Every word of ours comes from {@link TextBundle}, every colour and mark from {@link Theme},
 * and all text passes through {@link StyledLineBuilder}, which lets no control sequence through. A
 * renderer returns lines without an empty line before or after them; whoever prints puts those.
 *
 * <p>Knows nothing about terminals, threads, files or time: widths, durations and standings are
 * handed in.
 */
@NullMarked
package dev.deckhand.shell.view.style;

import org.jspecify.annotations.NullMarked;
