/**
 * Texts that every format shares: what may be shown of untrusted text, how numbers and checks are
 * phrased, how much of long output is kept.
 */
@NullMarked
package dev.deckhand.site.text;

import org.jspecify.annotations.NullMarked;
