/**
 * Compiles AsciiDoc files into courses and lessons, and reports problems as findings.
 *
 * <p>Knows nothing about labs, terminals or how a lesson is walked through.
 */
@NullMarked
package dev.deckhand.lesson.adoc;

import org.jspecify.annotations.NullMarked;
