/**
 * Installs what the machine lacks: an engine, and the images that the courses need.
 *
 * <p>Knows nothing about terminals and questions: the caller has asked for permission.
 */
@NullMarked
package dev.deckhand.lab.preflight.setup;

import org.jspecify.annotations.NullMarked;
