/**
 * Pages as HTML: prose, lessons, and the page around them. Everything is built as elements, and the
 * writer escapes their texts and attributes, so untrusted text cannot become markup.
 *
 * <p>Knows nothing about AsciiDoc, files or the clock.
 */
@NullMarked
package dev.deckhand.site.page;

import org.jspecify.annotations.NullMarked;
