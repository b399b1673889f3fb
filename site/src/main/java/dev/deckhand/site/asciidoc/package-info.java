/**
 * Writes AsciiDoc: headings, blocks, lists and escaped text.
 *
 * <p>Whatever an author wrote, or was typed or printed, appears as it was, and has no meaning to
 * AsciiDoc. Knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site.asciidoc;

import org.jspecify.annotations.NullMarked;
