/**
 * Which fields the objects of check documents have, and of what type.
 *
 * <p>Knows nothing of checks, lessons, clusters or engines: it reads what is written beside it.
 */
@NullMarked
package dev.deckhand.check.schema;

import org.jspecify.annotations.NullMarked;
