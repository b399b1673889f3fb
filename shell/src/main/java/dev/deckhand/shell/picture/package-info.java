/**
 * Pictures on terminals that can show them: one of three protocols, each as one control sequence.
 *
 * <p>Knows nothing about lessons except their pictures, and never queries the terminal: an answer
 * would be mixed with the learner's typing.
 */
@NullMarked
package dev.deckhand.shell.picture;

import org.jspecify.annotations.NullMarked;
