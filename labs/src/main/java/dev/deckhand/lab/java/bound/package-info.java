/**
 * What is bound in the lesson's Java: the lab's clients, and a guard. Runs in the snippets' own
 * process, not in the shell's; its public types are what learners write against.
 *
 * <p>Knows nothing about lessons and sessions, nor that somebody checks what becomes of it.
 */
@NullMarked
package dev.deckhand.lab.java.bound;

import org.jspecify.annotations.NullMarked;
