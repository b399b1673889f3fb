/**
 * What a course, a lesson and a step are made of, once they are read.
 *
 * <p>Knows nothing about AsciiDoc, terminals or labs.
 */
@NullMarked
package dev.deckhand.lesson;

import org.jspecify.annotations.NullMarked;
