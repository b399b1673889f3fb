/**
 * Commands for learners: open a lesson, list the lessons, show progress.
 *
 * <p>Knows nothing about the environment: it is passed in.
 */
@NullMarked
package dev.deckhand.shell.cli.learn;

import org.jspecify.annotations.NullMarked;
