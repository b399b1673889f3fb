/** x. */
@NullMarked
package dev.deckhand.lesson;

import org.jspecify.annotations.NullMarked;
