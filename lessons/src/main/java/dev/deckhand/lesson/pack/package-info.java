/**
 * Compiled courses as files, which the shell opens without AsciiDoc and JRuby.
 *
 * <p>Knows nothing about how courses are written or shown.
 */
@NullMarked
package dev.deckhand.lesson.pack;

import org.jspecify.annotations.NullMarked;
