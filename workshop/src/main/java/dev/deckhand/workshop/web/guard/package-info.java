/** Who may ask a web server for what: host names, origins, addresses and limits of connections. */
@NullMarked
package dev.deckhand.workshop.web.guard;

import org.jspecify.annotations.NullMarked;
