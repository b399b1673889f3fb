/** Puts the parts of a workshop together, for the command line. */
@NullMarked
package dev.deckhand.workshop.program;

import org.jspecify.annotations.NullMarked;
