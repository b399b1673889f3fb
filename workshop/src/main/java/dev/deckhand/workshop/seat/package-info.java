/**
 * A learner's seat: the session of a lesson on the server, at a kept terminal, with commands in a
 * confined workspace.
 */
@NullMarked
package dev.deckhand.workshop.seat;

import org.jspecify.annotations.NullMarked;
