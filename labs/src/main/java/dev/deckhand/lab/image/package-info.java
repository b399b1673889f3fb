/**
 * Finds or pulls the images that a lesson needs, and copies them into a lab.
 *
 * <p>Knows nothing about lessons, except the names of images.
 */
@NullMarked
package dev.deckhand.lab.image;

import org.jspecify.annotations.NullMarked;
