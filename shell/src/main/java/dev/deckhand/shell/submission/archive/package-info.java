/**
 * Reads the files of a submission from a folder or an archive: everything in it is hostile until
 * checked, and everything is bounded.
 *
 * <p>Knows nothing about lessons.
 */
@NullMarked
package dev.deckhand.shell.submission.archive;

import org.jspecify.annotations.NullMarked;
