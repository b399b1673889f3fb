/**
 * The attributes in the header of a lesson or course file.
 *
 * <p>Knows nothing about what follows the header.
 */
@NullMarked
package dev.deckhand.lesson.adoc.header;

import org.jspecify.annotations.NullMarked;
