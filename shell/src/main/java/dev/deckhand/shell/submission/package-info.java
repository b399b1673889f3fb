/**
 * What a submission is: its files, its digest, and the work in it as a grader runs it; how it's
 * read and packed.
 *
 * <p>Knows nothing about labs and grades.
 */
@NullMarked
package dev.deckhand.shell.submission;

import org.jspecify.annotations.NullMarked;
