/**
 * Observes a cluster: its objects, by the API server's watches, and Helm's releases in it.
 *
 * <p>Knows nothing about engines' objects and the verdicts of checks.
 */
@NullMarked
package dev.deckhand.lab.observe.cluster;

import org.jspecify.annotations.NullMarked;
