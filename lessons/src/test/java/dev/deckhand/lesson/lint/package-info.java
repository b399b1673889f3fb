@NullMarked
package dev.deckhand.lesson.lint;

import org.jspecify.annotations.NullMarked;
