/** Observes an engine: its objects, by the events that it reports. */
@NullMarked
package dev.deckhand.lab.observe.engine;

import org.jspecify.annotations.NullMarked;
