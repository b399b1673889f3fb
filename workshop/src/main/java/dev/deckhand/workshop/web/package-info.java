/** The workshop in a browser: pages, the terminal over a WebSocket, and live views. */
@NullMarked
package dev.deckhand.workshop.web;

import org.jspecify.annotations.NullMarked;
