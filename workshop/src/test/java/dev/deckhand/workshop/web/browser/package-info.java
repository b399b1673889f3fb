/** The pages of a workshop in a real browser. */
@NullMarked
package dev.deckhand.workshop.web.browser;

import org.jspecify.annotations.NullMarked;
