/** A running workshop: its room, its seats and its secrets, kept in the database. */
@NullMarked
package dev.deckhand.workshop.service;

import org.jspecify.annotations.NullMarked;
