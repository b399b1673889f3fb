/**
 * Publishing: compares the files that a folder should have with those that it has, and renders only
 * what is new or changed is rendered.
 *
 * <p>Knows nothing about commands, terminals, or the content of pages.
 */
@NullMarked
package dev.deckhand.site.publish;

import org.jspecify.annotations.NullMarked;
