/**
 * What a learner takes home: from the record of a lesson to AsciiDoc, as text.
 *
 * <p>Whatever was typed or printed stands in the notes as it was, and means nothing to AsciiDoc.
 *
 * <p>Knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site;

import org.jspecify.annotations.NullMarked;
