/**
 * Gets what the machine lacks: an engine, and the images that the courses need.
 *
 * <p>Knows nothing about terminals, and asks no questions: the caller has asked.
 */
@NullMarked
package dev.deckhand.lab.preflight.setup;

import org.jspecify.annotations.NullMarked;
