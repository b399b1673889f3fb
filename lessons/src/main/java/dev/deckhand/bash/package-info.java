/**
 * Bash, as far as its text has to be understood without running it: tokens with their places, and
 * whether a command is complete.
 */
@NullMarked
package dev.deckhand.bash;

import org.jspecify.annotations.NullMarked;
