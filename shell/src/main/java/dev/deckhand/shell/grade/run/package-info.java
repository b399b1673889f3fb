/** Grades submissions in labs that are opened, cleared and replaced, and keeps their results. */
@NullMarked
package dev.deckhand.shell.grade.run;

import org.jspecify.annotations.NullMarked;
