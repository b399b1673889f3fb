/**
 * Diagrams, rendered by PlantUML in separate processes while courses are compiled.
 *
 * <p>Knows nothing about lessons.
 */
@NullMarked
package dev.deckhand.lesson.adoc.diagram;

import org.jspecify.annotations.NullMarked;
