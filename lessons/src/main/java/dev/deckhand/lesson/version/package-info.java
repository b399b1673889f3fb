/** Versions of the tools in labs, and which of them a lesson works with. */
@NullMarked
package dev.deckhand.lesson.version;

import org.jspecify.annotations.NullMarked;
