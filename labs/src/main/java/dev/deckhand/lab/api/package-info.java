/**
 * Describes failed calls of a server: it refused, or it didn't answer.
 *
 * <p>Knows nothing about how the Docker Engine API and the Kubernetes API are called.
 */
@NullMarked
package dev.deckhand.lab.api;

import org.jspecify.annotations.NullMarked;
