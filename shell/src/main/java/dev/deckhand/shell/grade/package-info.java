/** Grades submissions: runs them in confined labs, step by step, and judges what they lead to. */
@NullMarked
package dev.deckhand.shell.grade;

import org.jspecify.annotations.NullMarked;
