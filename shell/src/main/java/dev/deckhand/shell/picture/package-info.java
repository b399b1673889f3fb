/**
 * Pictures on terminals that can show them: one of three protocols, each as one control sequence.
 *
 * <p>Knows nothing about lessons beyond their pictures, and never asks the terminal anything: an
 * answer would come among what the learner types.
 */
@NullMarked
package dev.deckhand.shell.picture;

import org.jspecify.annotations.NullMarked;
