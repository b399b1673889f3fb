/** A workshop's changes, as streams of events. */
@NullMarked
package dev.deckhand.workshop.web.live;

import org.jspecify.annotations.NullMarked;
