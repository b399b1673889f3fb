/**
 * Commands for the machine: doctor, setup, images, clean.
 *
 * <p>Knows nothing about the environment: it is passed in.
 */
@NullMarked
package dev.deckhand.shell.cli.machine;

import org.jspecify.annotations.NullMarked;
