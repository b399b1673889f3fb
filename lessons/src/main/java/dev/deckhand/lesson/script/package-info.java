/** Tells apart what a script or a line holds: commands of bash, of the lesson, and Java. */
@NullMarked
package dev.deckhand.lesson.script;

import org.jspecify.annotations.NullMarked;
