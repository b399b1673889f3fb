/**
 * Packs what a learner did in the shell into a submission: the journal and the learner's files in,
 * scripts that a grader can run out.
 */
@NullMarked
package dev.deckhand.shell.submission.pack;

import org.jspecify.annotations.NullMarked;
