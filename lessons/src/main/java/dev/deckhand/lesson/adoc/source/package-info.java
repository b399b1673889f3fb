/**
 * The source files of a course: their folders, their lines, and the diagnostics found in them.
 *
 * <p>Knows nothing about AsciiDoc.
 */
@NullMarked
package dev.deckhand.lesson.adoc.source;

import org.jspecify.annotations.NullMarked;
