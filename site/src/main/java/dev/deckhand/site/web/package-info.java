/**
 * The pages of the site: their content, paths and links.
 *
 * <p>Knows nothing about files, AsciiDoc or the clock.
 */
@NullMarked
package dev.deckhand.site.web;

import org.jspecify.annotations.NullMarked;
