/**
 * Observes an engine: its objects, by the events that it reports.
 *
 * <p>Knows nothing about clusters and the verdicts of checks.
 */
@NullMarked
package dev.deckhand.lab.observe.engine;

import org.jspecify.annotations.NullMarked;
