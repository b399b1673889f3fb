/**
 * Publishing: what is to lie in a folder is compared with what lies there, and only what is new or
 * changed is rendered.
 *
 * <p>Knows nothing about commands and terminals, nor about what stands on a page.
 */
@NullMarked
package dev.deckhand.site.publish;

import org.jspecify.annotations.NullMarked;
