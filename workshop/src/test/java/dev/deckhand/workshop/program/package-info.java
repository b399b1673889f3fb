@NullMarked
package dev.deckhand.workshop.program;

import org.jspecify.annotations.NullMarked;
