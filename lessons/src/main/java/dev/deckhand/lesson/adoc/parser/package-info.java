/**
 * Deckhand's own parser of the AsciiDoc that lessons are written in.
 *
 * <p>It follows Asciidoctor rule by rule, and gives up on everything else, whose result is then
 * left to Asciidoctor. So what it does return is what Asciidoctor would return. It exists because
 * Asciidoctor takes seconds to start.
 */
@NullMarked
package dev.deckhand.lesson.adoc.parser;

import org.jspecify.annotations.NullMarked;
