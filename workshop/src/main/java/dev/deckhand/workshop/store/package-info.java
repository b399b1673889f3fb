/** What a workshop must not forget, in a database: SQLite, or PostgreSQL by its URL. */
@NullMarked
package dev.deckhand.workshop.store;

import org.jspecify.annotations.NullMarked;
