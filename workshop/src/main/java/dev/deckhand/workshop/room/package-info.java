/**
 * A workshop as data: who is in the room, what was announced, held and asked, and the events that
 * led there. No IO.
 */
@NullMarked
package dev.deckhand.workshop.room;

import org.jspecify.annotations.NullMarked;
