/**
 * Commands for authors: create, preview, lint and test lessons.
 *
 * <p>Knows nothing about the environment: it is passed in.
 */
@NullMarked
package dev.deckhand.shell.cli.author;

import org.jspecify.annotations.NullMarked;
