/**
 * {@code deckhand helm}: Helm for machines without it, by Helm's own code as a native library.
 *
 * <p>Knows the common commands and flags, and says plainly which it does not know. Knows nothing
 * about lessons, or about how the cluster came to be.
 */
@NullMarked
package dev.deckhand.lab.helm;

import org.jspecify.annotations.NullMarked;
