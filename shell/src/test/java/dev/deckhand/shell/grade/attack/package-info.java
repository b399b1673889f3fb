/** Hostile submissions, graded by the real grader in real labs. */
@NullMarked
package dev.deckhand.shell.grade.attack;

import org.jspecify.annotations.NullMarked;
