/** File operations that every module needs: folder trees, and files that are written as a whole. */
@NullMarked
package dev.deckhand.file;

import org.jspecify.annotations.NullMarked;
