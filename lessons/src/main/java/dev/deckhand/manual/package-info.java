/**
 * The documentation that a cluster has of its kinds and their fields.
 *
 * <p>Knows nothing about lessons, checks and how a cluster is accessed.
 */
@NullMarked
package dev.deckhand.manual;

import org.jspecify.annotations.NullMarked;
