/**
 * Measures how long a change of an object takes to become a verdict, by watch and by polling.
 * Nothing of it runs in a build; {@code docs/bench/run} runs it.
 */
@NullMarked
package dev.deckhand.lab.bench;

import org.jspecify.annotations.NullMarked;
