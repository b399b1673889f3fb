package dev.deckhand.workshop.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements on a connection, within a transaction of somebody else's. May be run again. */
@FunctionalInterface
interface Work<T> {

  /** Runs the statements. */
  T on(Connection connection) throws SQLException;
}
