/**
 * The shell that runs what a learner types: a real bash that lasts from line to line.
 *
 * <p>Knows processes, terminals and bytes. Knows nothing about lessons, checks, engines or
 * clusters: what points a command at a lab comes in as variables.
 */
@NullMarked
package dev.deckhand.lab.workspace;

import org.jspecify.annotations.NullMarked;
