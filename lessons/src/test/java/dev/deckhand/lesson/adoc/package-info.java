@NullMarked
package dev.deckhand.lesson.adoc;

import org.jspecify.annotations.NullMarked;
