/**
 * The lab's clients that a lesson's Java snippets use, and a guard for their process. Runs in the
 * snippets' process, not in the shell's; its public types are an API for learners.
 *
 * <p>Knows nothing about lessons, sessions and checks.
 */
@NullMarked
package dev.deckhand.lab.java.bound;

import org.jspecify.annotations.NullMarked;
