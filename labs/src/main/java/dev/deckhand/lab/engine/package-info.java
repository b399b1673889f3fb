/**
 * Starts a private Docker engine in a container, for one learner.
 *
 * <p>Knows nothing about Kubernetes.
 */
@NullMarked
package dev.deckhand.lab.engine;

import org.jspecify.annotations.NullMarked;
