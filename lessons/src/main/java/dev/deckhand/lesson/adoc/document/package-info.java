/**
 * The tree of an AsciiDoc file, as far as lessons need it. Two parsers make it: Deckhand's own, and
 * AsciidoctorJ.
 *
 * <p>Knows nothing about lessons, and nothing about either parser.
 */
@NullMarked
package dev.deckhand.lesson.adoc.document;

import org.jspecify.annotations.NullMarked;
