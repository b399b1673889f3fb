/**
 * Grades: what a submission to a lesson is worth, task by task, and why.
 *
 * <p>Pure: a grade follows from the outcomes of tasks. What judged them is elsewhere, and a judge
 * that fails leaves an outcome undecided, which costs nothing and earns nothing.
 */
@NullMarked
package dev.deckhand.grade;

import org.jspecify.annotations.NullMarked;
