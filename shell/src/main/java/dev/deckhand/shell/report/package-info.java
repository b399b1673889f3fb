/**
 * What reports are written from: a grade with what isn't part of it, or why there is none; and what
 * a writer answers.
 */
@NullMarked
package dev.deckhand.shell.report;

import org.jspecify.annotations.NullMarked;
