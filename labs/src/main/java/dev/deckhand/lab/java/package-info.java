/**
 * Runs a lesson's Java snippets with JShell, in a separate process.
 *
 * <p>Knows nothing about engines and clusters; the variables that point at them are passed in.
 */
@NullMarked
package dev.deckhand.lab.java;

import org.jspecify.annotations.NullMarked;
