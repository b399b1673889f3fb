/**
 * What the courses teach of the texts that they are made from: which step has which system or
 * concept, and what is still to come.
 *
 * <p>Knows nothing about files, pages or AsciiDoc.
 */
@NullMarked
package dev.deckhand.lesson.coverage;

import org.jspecify.annotations.NullMarked;
