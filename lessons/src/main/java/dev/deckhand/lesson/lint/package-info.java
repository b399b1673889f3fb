/**
 * Rules for lessons, and findings where a lesson breaks them.
 *
 * <p>Works on compiled lessons. Knows nothing about AsciiDoc, files or labs.
 */
@NullMarked
package dev.deckhand.lesson.lint;

import org.jspecify.annotations.NullMarked;
