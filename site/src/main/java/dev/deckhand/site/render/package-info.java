/**
 * PDF files and slides from AsciiDoc.
 *
 * <p>AsciidoctorJ runs in its SECURE mode, and reads only our theme and fonts, and the pictures
 * that it is given. Knows nothing about learners or lessons.
 */
@NullMarked
package dev.deckhand.site.render;

import org.jspecify.annotations.NullMarked;
