/**
 * A terminal's screen, kept on the server: what a program writes goes in, and the bytes come out
 * that bring any other terminal to the same state. No IO.
 */
@NullMarked
package dev.deckhand.workshop.screen;

import org.jspecify.annotations.NullMarked;
