/** Attacks on the server of a workshop: a list of them as data, and what runs them. */
@NullMarked
package dev.deckhand.workshop.attack;

import org.jspecify.annotations.NullMarked;
