/**
 * Observed values and the patterns that they are compared with.
 *
 * <p>Knows nothing about checks, Kubernetes or Docker.
 */
@NullMarked
package dev.deckhand.check.pattern;

import org.jspecify.annotations.NullMarked;
