/** x. */
@NullMarked
package dev.deckhand.lab;

import org.jspecify.annotations.NullMarked;
