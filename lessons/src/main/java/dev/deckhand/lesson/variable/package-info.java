/** Names and numbers in a lesson that are drawn for each learner from a seed. Pure. */
@NullMarked
package dev.deckhand.lesson.variable;

import org.jspecify.annotations.NullMarked;
