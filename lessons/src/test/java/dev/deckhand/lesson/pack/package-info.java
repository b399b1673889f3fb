@NullMarked
package dev.deckhand.lesson.pack;

import org.jspecify.annotations.NullMarked;
