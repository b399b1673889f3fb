/** The files of the pages: HTML, styles and scripts, with checksums. */
@NullMarked
package dev.deckhand.workshop.web.page;

import org.jspecify.annotations.NullMarked;
