package dev.deckhand.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.workshop.store.DatabaseAddress.PostgresServer;
import dev.deckhand.workshop.store.DatabaseAddress.SqliteFile;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  private static final Path FOLDER = Path.of("folder");

  private static DatabaseAddress read(String address) throws StoreUnavailable {
    return DatabaseAddress.of(address, FOLDER, Optional.empty());
  }

  @Test
  void pathsAreFilesOfSqlite() throws Exception {
    assertThat(read("")).isEqualTo(new SqliteFile(FOLDER.resolve("workshop.db")));
    assertThat(read(" ")).isEqualTo(new SqliteFile(FOLDER.resolve("workshop.db")));
    assertThat(read("a/b.db")).isEqualTo(new SqliteFile(Path.of("a/b.db")));
    assertThat(read("/a/b:c.db")).isEqualTo(new SqliteFile(Path.of("/a/b:c.db")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "postgresql://u:hunter2@h/db, jdbc:postgresql://h/db, u, hunter2",
        "postgres://u:hunter2@h/db, jdbc:postgresql://h/db, u, hunter2",
        "postgresql://u@h:5433/db?sslmode=require, jdbc:postgresql://h:5433/db?sslmode=require, u, -",
        "postgresql://u:p%40%2F%3A%25+@h/db, jdbc:postgresql://h/db, u, p@/:%+",
        "postgresql://u:p@w@h/db, jdbc:postgresql://h/db, u, p@w",
        "postgresql://[::1]:5432/db, jdbc:postgresql://[::1]:5432/db, -, -",
        "postgresql:///db, jdbc:postgresql://localhost/db, -, -",
        "jdbc:postgresql:db, jdbc:postgresql://localhost/db, -, -",
        "jdbc:postgresql://h/db?user=u&password=hunter2&ssl=true, jdbc:postgresql://h/db?ssl=true, u, hunter2",
      })
  void serversOfPostgresAreReadWithoutTheirPassword(
      String address, String url, String user, String password) throws Exception {
    var server = (PostgresServer) read(address);

    assertThat(server.url()).isEqualTo(url);
    assertThat(server.user()).isEqualTo(Optional.ofNullable(user));
    assertThat(server.password()).isEqualTo(Optional.ofNullable(password));
    if (password != null) {
      assertThat(server.toString()).doesNotContain(password);
    }
  }

  @Test
  void severalHostsAreKept() throws Exception {
    var server = (PostgresServer) read("postgresql://u:p@a:1,b:2/db?targetServerType=primary");

    assertThat(server.url()).isEqualTo("jdbc:postgresql://a:1,b:2/db?targetServerType=primary");
  }

  @Test
  void passwordOfTheEnvironmentGoesFirst() throws Exception {
    var server =
        (PostgresServer)
            DatabaseAddress.of("postgresql://u:x@h/db", FOLDER, Optional.of("from outside"));

    assertThat(server.password()).contains("from outside");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:hunter2@h/db",
        "sqlite:hunter2.db",
        "http://u:hunter2@h/",
        "postgresql://u:hun/ter2@h/db",
        "postgresql://u:hunter2@h:port/db",
        "postgresql://u:hunter2%zz@h/db",
        "postgresql://u:hunter2#x@h/db",
        "postgresql://u:hunter2@h/db?nonsense",
        "jdbc:postgresql://h:1:hunter2/db",
        "jdbc:mysql://h/db?password=hunter2",
      })
  void otherAddressesAreRefusedWithoutRepeatingThem(String address) {
    assertThatThrownBy(() -> read(address))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("isn't understood. Next:")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("ter2@")
        .hasNoCause();
  }
}
