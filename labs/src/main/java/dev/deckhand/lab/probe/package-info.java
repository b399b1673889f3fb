/**
 * Looks at subjects that have no watch: web addresses, commands and files.
 *
 * <p>Never throws at a caller: a lab that doesn't answer is unreachable. Knows nothing about the
 * verdicts of checks.
 */
@NullMarked
package dev.deckhand.lab.probe;

import org.jspecify.annotations.NullMarked;
