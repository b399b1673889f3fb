package dev.deckhand.workshop.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Opens databases of workshops. */
public final class WorkshopStores {

  /**
   * The environment variable that has the password of a PostgreSQL server. A password belongs
   * there, or into an address that comes from the environment or a file: every user of a machine
   * sees the arguments of its processes.
   */
  public static final String PASSWORD_VARIABLE = "DECKHAND_DATABASE_PASSWORD";

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int WAITING_WRITES = 4096;

  private WorkshopStores() {}

  /**
   * Opens a database, creates what is missing in it, and brings it to this version.
   *
   * <p>A file of SQLite is for one process at a time; it's made with permissions for its owner
   * alone. Several processes may open the same database of PostgreSQL.
   *
   * @param address the path of a SQLite file; or {@code postgresql://USER:PASSWORD@HOST/DATABASE}
   *     or {@code jdbc:postgresql:...}; or empty for {@code workshop.db} in the folder. Anything
   *     else that begins like a URL is refused
   * @param folder the workshop's; it's made if it's needed and isn't there
   * @param environment the environment variables: {@link #PASSWORD_VARIABLE} goes before a password
   *     in the address
   * @throws StoreUnavailable with a message for the operator, if the address isn't understood, or
   *     the database can't be reached or read, is used by another process, or was written by a
   *     newer version
   */
  public static WorkshopStore open(String address, Path folder, Map<String, String> environment)
      throws StoreUnavailable {
    Optional<String> password =
        Optional.ofNullable(environment.get(PASSWORD_VARIABLE)).filter(word -> !word.isEmpty());
    return open(DatabaseAddress.of(address, folder, password), PATIENCE);
  }

  /**
   * @param patience how long a write is tried while the database doesn't answer
   */
  static SqlWorkshopStore open(DatabaseAddress address, Duration patience) throws StoreUnavailable {
    Database database =
        switch (address) {
          case DatabaseAddress.SqliteFile(Path path) -> SqliteDatabase.open(path);
          case DatabaseAddress.PostgresServer server -> new PostgresDatabase(server);
        };
    try {
      Migrations.run(database);
    } catch (StoreUnavailable | RuntimeException failure) {
      database.close();
      throw failure;
    }
    return new SqlWorkshopStore(
        database,
        new WriteQueue(database, patience, WAITING_WRITES),
        new ReaderPool(database, patience));
  }
}
