/**
 * Which steps teach which topics of the courses' source texts, and which topics are planned.
 *
 * <p>Knows nothing about files, pages or AsciiDoc.
 */
@NullMarked
package dev.deckhand.lesson.coverage;

import org.jspecify.annotations.NullMarked;
