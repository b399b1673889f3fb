/**
 * Reads the check and answer blocks of a lesson: YAML text in, checks or diagnostics out.
 *
 * <p>Knows nothing about AsciiDoc, files or clusters.
 */
@NullMarked
package dev.deckhand.check.document;

import org.jspecify.annotations.NullMarked;
