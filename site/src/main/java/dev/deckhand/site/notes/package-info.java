/**
 * A learner's notes as AsciiDoc documents.
 *
 * <p>Knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site.notes;

import org.jspecify.annotations.NullMarked;
