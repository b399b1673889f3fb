/**
 * What is read away from the terminal: lessons, and what a learner takes home from them, as
 * AsciiDoc.
 *
 * <p>Whatever an author wrote, or was typed or printed, stands there as it was, and means nothing
 * to AsciiDoc.
 *
 * <p>Knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site;

import org.jspecify.annotations.NullMarked;
