/** A seat's terminal: it outlives connections, keeps its screen, and slows down what floods it. */
@NullMarked
package dev.deckhand.workshop.terminal;

import org.jspecify.annotations.NullMarked;
