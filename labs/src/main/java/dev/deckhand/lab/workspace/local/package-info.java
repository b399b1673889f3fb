/** Shells on this machine, in terminals of their own. */
@NullMarked
package dev.deckhand.lab.workspace.local;

import org.jspecify.annotations.NullMarked;
