/**
 * A learner on the way through a lesson, as a pure state machine: {@code update(session, message)}
 * gives the next session and the effects to carry out.
 *
 * <p>Knows nothing about how effects are carried out, nor how anything is drawn.
 */
@NullMarked
package dev.deckhand.session;

import org.jspecify.annotations.NullMarked;
