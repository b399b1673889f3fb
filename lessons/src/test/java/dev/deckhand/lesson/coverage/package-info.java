@NullMarked
package dev.deckhand.lesson.coverage;

import org.jspecify.annotations.NullMarked;
