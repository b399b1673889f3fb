/**
 * Evidence bundles: what a grade is based on, signed, so that it can be checked and judged again.
 */
@NullMarked
package dev.deckhand.shell.grade.bundle;

import org.jspecify.annotations.NullMarked;
