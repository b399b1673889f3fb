/** Deadlines, and calls that are given up at one. Knows nothing about labs. */
@NullMarked
package dev.deckhand.lab.time;

import org.jspecify.annotations.NullMarked;
