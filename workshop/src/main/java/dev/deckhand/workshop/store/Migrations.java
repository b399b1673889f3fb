package dev.deckhand.workshop.store;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database's tables to this version. */
final class Migrations {

  private Migrations() {}

  /**
   * Runs the scripts that this database hasn't seen, each in a transaction. Several processes may
   * do this at once.
   *
   * @throws StoreUnavailable if the database can't be reached, or a newer version has written it
   */
  static void run(Database database) throws StoreUnavailable {
    FluentConfiguration configuration =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database.migrationSource())
            .locations("classpath:" + database.migrations())
            // a database that exists must never be emptied by a wrong call
            .cleanDisabled(true)
            .loggers("slf4j");
    if (database instanceof PostgresDatabase) {
      configuration = configuration.schemas(PostgresDatabase.SCHEMA).createSchemas(true);
    }
    try {
      Flyway flyway = configuration.load();
      refuseNewer(flyway.info().all());
      flyway.migrate();
    } catch (FlywayException failure) {
      throw explain(database, failure);
    }
  }

  private static void refuseNewer(MigrationInfo[] migrations) throws StoreUnavailable {
    for (MigrationInfo migration : migrations) {
      if (migration.getState().isApplied() && !migration.getState().isResolved()) {
        throw new StoreUnavailable(
            "The database was written by a newer version of Deckhand (it has the tables of version "
                + migration.getVersion()
                + "). Next: use that version, or another database.");
      }
    }
  }

  private static StoreUnavailable explain(Database database, FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return database.explain(refused);
      }
    }
    return new StoreUnavailable(
        "The database's tables aren't those that Deckhand made. Next: use another database, or the"
            + " version of Deckhand that made them.",
        failure);
  }
}
