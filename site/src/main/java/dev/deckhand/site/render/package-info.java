/**
 * Pages from AsciiDoc: one file each, which asks no other host for anything.
 *
 * <p>AsciidoctorJ runs in its SECURE mode, and what comes out of it passes through a list of what
 * is allowed. Knows nothing about learners or lessons.
 */
@NullMarked
package dev.deckhand.site.render;

import org.jspecify.annotations.NullMarked;
