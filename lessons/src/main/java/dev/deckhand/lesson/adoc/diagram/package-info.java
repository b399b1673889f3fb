/**
 * Diagrams of lessons, drawn by PlantUML in a process of its own while the courses are compiled.
 *
 * <p>Knows nothing about lessons.
 */
@NullMarked
package dev.deckhand.lesson.adoc.diagram;

import org.jspecify.annotations.NullMarked;
