/** A learner who is a program: joins by HTTP, and sees and types by a WebSocket. */
@NullMarked
package dev.deckhand.workshop.client;

import org.jspecify.annotations.NullMarked;
