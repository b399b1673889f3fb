package dev.deckhand.workshop.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a database is. Its text never contains the password. */
sealed interface DatabaseAddress {

  /** The file in the workshop's folder if no address is given. */
  String DEFAULT_FILE = "workshop.db";

  /** A file of SQLite. */
  record SqliteFile(Path path) implements DatabaseAddress {}

  /**
   * A database on a PostgreSQL server.
   *
   * @param url for JDBC, without user and password
   */
  record PostgresServer(String url, Optional<String> user, Optional<String> password)
      implements DatabaseAddress {

    @Override
    public String toString() {
      return "PostgresServer[" + url + "]";
    }
  }

  /**
   * Reads an address.
   *
   * @param address empty, a path, {@code postgresql://...} or {@code jdbc:postgresql:...}
   * @param folder of the workshop, in which the file is if the address is empty
   * @param password goes before one in the address
   * @throws StoreUnavailable if it's none of these
   */
  static DatabaseAddress of(String address, Path folder, Optional<String> password)
      throws StoreUnavailable {
    if (address.isBlank()) {
      return new SqliteFile(folder.resolve(DEFAULT_FILE));
    }
    // a path has no scheme; one letter before a colon is a drive
    Matcher scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):").matcher(address);
    if (!scheme.lookingAt()) {
      return new SqliteFile(path(address));
    }
    if (address.startsWith("postgresql:") || address.startsWith("postgres:")) {
      return PostgresUrl.read(address.substring(address.indexOf(':') + 1), password);
    }
    if (address.startsWith("jdbc:postgresql:")) {
      return PostgresUrl.read(address.substring("jdbc:postgresql:".length()), password);
    }
    // the rest may have a password in it
    throw new StoreUnavailable(
        "An address of a database that begins with \""
            + scheme.group(1)
            + ":\" isn't understood. Next: name a file for SQLite, or"
            + " postgresql://USER@HOST/DATABASE.");
  }

  private static Path path(String address) throws StoreUnavailable {
    try {
      return Path.of(address);
    } catch (InvalidPathException invalid) {
      throw new StoreUnavailable("The path of the database isn't a valid path.", invalid);
    }
  }
}
