/**
 * The command that publishes courses as a site, handouts and slides.
 *
 * <p>Knows nothing about the environment: it is passed in.
 */
@NullMarked
package dev.deckhand.shell.cli.publish;

import org.jspecify.annotations.NullMarked;
