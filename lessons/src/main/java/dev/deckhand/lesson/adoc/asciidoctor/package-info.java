/**
 * AsciidoctorJ, which parses the files that Deckhand's own parser doesn't know how to.
 *
 * <p>The one package of this module that knows AsciidoctorJ.
 */
@NullMarked
package dev.deckhand.lesson.adoc.asciidoctor;

import org.jspecify.annotations.NullMarked;
