/**
 * Images in a file: an OCI image layout in a tar, written resumably and checked before it's used.
 */
@NullMarked
package dev.deckhand.lab.image.archive;

import org.jspecify.annotations.NullMarked;
