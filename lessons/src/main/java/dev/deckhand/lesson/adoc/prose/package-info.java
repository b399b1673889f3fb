/**
 * Paragraphs, lists, tables, pictures and inline markup: AsciiDoc nodes in, blocks out.
 *
 * <p>Knows nothing about steps and checks.
 */
@NullMarked
package dev.deckhand.lesson.adoc.prose;

import org.jspecify.annotations.NullMarked;
