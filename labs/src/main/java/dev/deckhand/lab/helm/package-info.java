/**
 * {@code deckhand helm}: Helm for machines without it, run by Helm's own code as a native library.
 *
 * <p>Supports the common commands and flags, and refuses all others with a message. Independent of
 * lessons and of how the cluster was started.
 */
@NullMarked
package dev.deckhand.lab.helm;

import org.jspecify.annotations.NullMarked;
