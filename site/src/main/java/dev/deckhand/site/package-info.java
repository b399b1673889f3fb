/** x. */
@NullMarked
package dev.deckhand.site;

import org.jspecify.annotations.NullMarked;
