/**
 * Courses, lessons and steps.
 *
 * <p>Knows nothing about AsciiDoc, terminals or labs.
 */
@NullMarked
package dev.deckhand.lesson;

import org.jspecify.annotations.NullMarked;
