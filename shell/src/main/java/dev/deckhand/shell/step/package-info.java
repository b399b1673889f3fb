/**
 * One step of a lesson, without a session: its scripts are run, and its checks are watched and
 * judged.
 */
@NullMarked
package dev.deckhand.shell.step;

import org.jspecify.annotations.NullMarked;
