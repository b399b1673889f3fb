/**
 * What can go wrong when a server is called: it refuses, or it does not answer. The same for the
 * Docker Engine API and the Kubernetes API.
 */
@NullMarked
package dev.deckhand.lab.api;

import org.jspecify.annotations.NullMarked;
