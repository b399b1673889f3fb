/**
 * Handouts and slides as AsciiDoc documents.
 *
 * <p>Knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site.document;

import org.jspecify.annotations.NullMarked;
