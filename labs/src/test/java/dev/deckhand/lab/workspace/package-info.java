@NullMarked
package dev.deckhand.lab.workspace;

import org.jspecify.annotations.NullMarked;
