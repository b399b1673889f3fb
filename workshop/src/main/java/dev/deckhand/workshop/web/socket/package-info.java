/** Terminals over WebSockets. */
@NullMarked
package dev.deckhand.workshop.web.socket;

import org.jspecify.annotations.NullMarked;
