@NullMarked
package dev.deckhand.workshop.terminal;

import org.jspecify.annotations.NullMarked;
