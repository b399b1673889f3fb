/** The packaged server, with real labs. */
@NullMarked
package dev.deckhand.workshop.smoke;

import org.jspecify.annotations.NullMarked;
