/**
 * What several commands share: options, output, exit codes, and the context that they run in.
 *
 * <p>Knows nothing about single commands.
 */
@NullMarked
package dev.deckhand.shell.cli.common;

import org.jspecify.annotations.NullMarked;
