/**
 * What a lab is: something real to learn on, with a workspace to type into.
 *
 * <p>Ports alone. Knows nothing about containers, clusters or processes: those are in the packages
 * below.
 */
@NullMarked
package dev.deckhand.lab;

import org.jspecify.annotations.NullMarked;
