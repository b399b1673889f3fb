/**
 * The site as pages: what stands on each, where it lies, and what leads where. Text of others is
 * escaped where it goes into HTML.
 *
 * <p>Knows nothing about files, AsciidoctorJ or the clock.
 */
@NullMarked
package dev.deckhand.site.web;

import org.jspecify.annotations.NullMarked;
