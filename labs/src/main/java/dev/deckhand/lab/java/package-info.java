/**
 * The lesson's Java: JShell, whose snippets run in a process of their own.
 *
 * <p>Knows nothing about engines and clusters; the variables that point at them are handed in.
 */
@NullMarked
package dev.deckhand.lab.java;

import org.jspecify.annotations.NullMarked;
