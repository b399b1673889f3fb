/**
 * Which fields the objects of check documents have, and of what type.
 *
 * <p>Knows nothing about checks, lessons, clusters or engines: it reads the resources of the
 * package.
 */
@NullMarked
package dev.deckhand.check.schema;

import org.jspecify.annotations.NullMarked;
