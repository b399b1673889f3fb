/**
 * The events of a session that are recorded for good, and what they say about a step.
 *
 * <p>Knows nothing about how they are stored.
 */
@NullMarked
package dev.deckhand.session.journal;

import org.jspecify.annotations.NullMarked;
