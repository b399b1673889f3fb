/**
 * One thread that owns the session: messages in, effects out, each effect carried out elsewhere and
 * answered by a message.
 *
 * <p>Knows nothing about how anything is drawn, nor where lines come from.
 */
@NullMarked
package dev.deckhand.shell.loop;

import org.jspecify.annotations.NullMarked;
