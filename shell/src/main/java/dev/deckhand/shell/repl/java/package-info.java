/**
 * The prompt at which a learner types Java.
 *
 * <p>Knows nothing about how snippets run.
 */
@NullMarked
package dev.deckhand.shell.repl.java;

import org.jspecify.annotations.NullMarked;
