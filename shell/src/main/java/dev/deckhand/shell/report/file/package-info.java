/** Puts reports into files. */
@NullMarked
package dev.deckhand.shell.report.file;

import org.jspecify.annotations.NullMarked;
