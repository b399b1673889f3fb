@NullMarked
package dev.deckhand.workshop.seat;

import org.jspecify.annotations.NullMarked;
