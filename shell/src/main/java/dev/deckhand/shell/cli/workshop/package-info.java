/** The commands of workshops, whose server is in a module of its own. */
@NullMarked
package dev.deckhand.shell.cli.workshop;

import org.jspecify.annotations.NullMarked;
