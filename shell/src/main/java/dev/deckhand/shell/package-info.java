/** x. */
@NullMarked
package dev.deckhand.shell;

import org.jspecify.annotations.NullMarked;
