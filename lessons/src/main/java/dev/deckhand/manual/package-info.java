/**
 * What a cluster says of its own kinds and their fields.
 *
 * <p>Knows nothing about lessons, checks and how a cluster is asked.
 */
@NullMarked
package dev.deckhand.manual;

import org.jspecify.annotations.NullMarked;
