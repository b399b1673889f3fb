/**
 * Compiled courses as files: what the shell opens, with no AsciiDoc and no JRuby.
 *
 * <p>Knows nothing about how courses are written or shown.
 */
@NullMarked
package dev.deckhand.lesson.pack;

import org.jspecify.annotations.NullMarked;
