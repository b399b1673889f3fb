/**
 * Which images a lesson needs, where they come from, and how they get into a lab.
 *
 * <p>Knows engines and containers; knows nothing about lessons beyond the names of images.
 */
@NullMarked
package dev.deckhand.lab.image;

import org.jspecify.annotations.NullMarked;
