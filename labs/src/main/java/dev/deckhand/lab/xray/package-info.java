/**
 * The evidence that an X-ray is made of: a cluster's audit log, the calls of a learner's docker, an
 * engine's events.
 *
 * <p>Knows nothing about what the evidence means, nor how a trace of it is drawn.
 */
@NullMarked
package dev.deckhand.lab.xray;

import org.jspecify.annotations.NullMarked;
