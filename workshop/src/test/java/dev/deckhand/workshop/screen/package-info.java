@NullMarked
package dev.deckhand.workshop.screen;

import org.jspecify.annotations.NullMarked;
