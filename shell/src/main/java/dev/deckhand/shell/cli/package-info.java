/**
 * The commands of the program: each reads its options and runs.
 *
 * <p>Knows nothing about the environment: it is passed in.
 */
@NullMarked
package dev.deckhand.shell.cli;

import org.jspecify.annotations.NullMarked;
