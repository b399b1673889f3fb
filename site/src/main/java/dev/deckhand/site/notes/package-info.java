/**
 * A learner's notes as documents, in AsciiDoc and as pages.
 *
 * <p>Knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site.notes;

import org.jspecify.annotations.NullMarked;
