/** Commands that hand in work and grade it. */
@NullMarked
package dev.deckhand.shell.cli.grade;

import org.jspecify.annotations.NullMarked;
