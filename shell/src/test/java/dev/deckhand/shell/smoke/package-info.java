/**
 * Drives the packaged program as a person does: through a terminal, or through a pipe.
 *
 * <p>Knows what a person sees, the state folder and the containers on the machine's engine; nothing
 * about how the program is built inside.
 */
@NullMarked
package dev.deckhand.shell.smoke;

import org.jspecify.annotations.NullMarked;
