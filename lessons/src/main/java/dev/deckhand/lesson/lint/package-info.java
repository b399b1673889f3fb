/**
 * What is wrong with a lesson, where, and how to mend it.
 *
 * <p>Knows nothing about AsciiDoc, files or labs: compiled lessons are handed in.
 */
@NullMarked
package dev.deckhand.lesson.lint;

import org.jspecify.annotations.NullMarked;
