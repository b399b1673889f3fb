/**
 * Collects the evidence for an X-ray: a cluster's audit log, the calls of the learner's Docker
 * client, an engine's events.
 *
 * <p>Knows nothing about what the evidence means or how a trace is drawn.
 */
@NullMarked
package dev.deckhand.lab.xray;

import org.jspecify.annotations.NullMarked;
