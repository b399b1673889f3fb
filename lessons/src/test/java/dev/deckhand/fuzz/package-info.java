/** Makes broken files out of whole ones, alike for the same seed. */
@NullMarked
package dev.deckhand.fuzz;

import org.jspecify.annotations.NullMarked;
