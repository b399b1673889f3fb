/**
 * Defines what a lab is: a real environment to learn in, with a workspace for the learner's
 * commands.
 *
 * <p>Knows nothing about containers, clusters or processes: those are in the packages below.
 */
@NullMarked
package dev.deckhand.lab;

import org.jspecify.annotations.NullMarked;
