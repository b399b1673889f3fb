/**
 * Grades as documents for people: a page and a printable document for the learner, and a page of a
 * class for the instructor. What a learner reads has nothing of hidden tasks but their points.
 */
@NullMarked
package dev.deckhand.site.grade;

import org.jspecify.annotations.NullMarked;
