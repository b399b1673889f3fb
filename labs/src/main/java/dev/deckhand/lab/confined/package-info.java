/**
 * Runs commands that the machine must not trust: each workspace is a container without a network,
 * without privileges and with limits, whose only ways out are sockets that lead to its own lab.
 */
@NullMarked
package dev.deckhand.lab.confined;

import org.jspecify.annotations.NullMarked;
