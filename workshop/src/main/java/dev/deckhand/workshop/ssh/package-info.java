/** The workshop by SSH: who knows the join code gets the terminal of a seat, and nothing else. */
@NullMarked
package dev.deckhand.workshop.ssh;

import org.jspecify.annotations.NullMarked;
