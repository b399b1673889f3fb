/** JUnit's XML format for results, for lesson tests and for grades. */
@NullMarked
package dev.deckhand.shell.junit;

import org.jspecify.annotations.NullMarked;
