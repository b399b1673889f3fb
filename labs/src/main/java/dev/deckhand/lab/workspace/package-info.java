/**
 * Runs what a learner types in a real bash that keeps its state from line to line.
 *
 * <p>Knows nothing about lessons, verdicts of checks, engines or clusters: the variables that point
 * commands at a lab are passed in.
 */
@NullMarked
package dev.deckhand.lab.workspace;

import org.jspecify.annotations.NullMarked;
