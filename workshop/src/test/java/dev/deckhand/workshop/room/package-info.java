@NullMarked
package dev.deckhand.workshop.room;

import org.jspecify.annotations.NullMarked;
