package dev.deckhand.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.workshop.room.StoredRoomEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("made").resolve("workshop.db");
  }

  @Override
  String address() {
    return file().toString();
  }

  @Override
  Database openDatabase() throws StoreUnavailable {
    return SqliteDatabase.open(file());
  }

  @Override
  void execute(String sqlite, String postgresql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      run(connection, sqlite);
    }
  }

  @Test
  void filesAreForTheirOwnerAlone() throws Exception {
    store.append(WORKSHOP, NOW, message("x"), List.of());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
    try (var files = Files.list(file().getParent())) {
      assertThat(files.toList())
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder(
              "workshop.db", "workshop.db-wal", "workshop.db-shm", "workshop.db.lock");
    }
    try (var files = Files.list(file().getParent())) {
      assertThat(files.toList())
          .allSatisfy(path ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void openFilesOfOthersBecomePrivate() throws Exception {
    store.close();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    store = open();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void emptyAddressIsAFileInTheFolder() throws Exception {
    try (WorkshopStore other = WorkshopStores.open("", folder.resolve("w"), Map.of())) {
      assertThat(other.create(ROOM)).isEqualTo(ROOM);
    }
    assertThat(folder.resolve("w").resolve("workshop.db")).exists();
  }

  @Test
  void secondStoreOnTheSameFileIsRefused() throws Exception {
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("Another workshop (process " + ProcessHandle.current().pid() + ")")
        .hasMessageContaining(address());

    Path file = folder.resolve("said");
    Process other = StoreProcess.start(address(), file);
    try {
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      other.destroyForcibly();
    }
    String said = Files.readString(file);
    assertThat(said)
        .contains("Another workshop (process " + ProcessHandle.current().pid() + ")")
        .doesNotContain("Exception");
    assertThat(store.append(WORKSHOP, NOW, message("x"), List.of()).number()).isEqualTo(1);
  }

  @Test
  void acknowledgedEventsSurviveAKill() throws Exception {
    store.close();
    Path said = folder.resolve("said");
    Process writer = StoreProcess.start(address(), said);
    try {
      while (StoreProcess.lines(said).size() < 500) {
        assertThat(writer.isAlive()).as(() -> String.join("\n", StoreProcess.lines(said))).isTrue();
        Thread.sleep(10);
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    List<Long> acknowledged = StoreProcess.lines(said).stream().map(Long::parseLong).toList();
    store = open();

    List<Long> stored = store.events(WORKSHOP, 0).stream().map(StoredRoomEvent::number).toList();
    assertThat(stored).containsAll(acknowledged);
    assertThat(stored)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, stored.size()).boxed().toList());
    assertThat(store.append(WORKSHOP, NOW, message("on"), List.of()).number())
        .isEqualTo(stored.size() + 1);
  }

  @Test
  void whatWaitsIsCommittedTogether() throws Exception {
    long before = commits();
    whileTheWriterIsHeld(
        () -> Crowd.run(60, i -> () -> store.append(WORKSHOP, NOW, message("" + i), List.of())));

    assertThat(store.events(WORKSHOP, 0)).hasSize(60);
    assertThat(commits() - before).isBetween(1L, 3L);
  }

  /** How many transactions are in the write-ahead log: their last frames say the file's size. */
  private long commits() throws IOException {
    ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(Path.of(file() + "-wal")));
    int page = log.getInt(8);
    long commits = 0;
    for (int frame = 32; frame + 24 + page <= log.capacity(); frame += 24 + page) {
      if (log.getInt(frame + 4) != 0) {
        commits++;
      }
    }
    return commits;
  }

  @Test
  void fullDiskIsSaidAndWorksAgainWithRoom() throws Exception {
    store.append(WORKSHOP, NOW, message("before"), List.of());
    String large = "x".repeat(200_000);

    // the limit belongs to the connection, and a writer may take a new one after a failure
    List<String> answers =
        Crowd.run(
            20,
            i ->
                () -> {
                  try {
                    store
                        .writes()
                        .write(
                            WORKSHOP,
                            connection -> {
                              run(connection, "PRAGMA max_page_count = 1");
                              Statements.insertEvent(connection, WORKSHOP, 100L + i, NOW, large);
                              return i;
                            });
                    return "stored";
                  } catch (StoreUnavailable full) {
                    return String.valueOf(full.getMessage());
                  }
                });
    assertThat(answers).allSatisfy(answer -> assertThat(answer).startsWith("The disk is full"));
    assertThat(store.events(WORKSHOP, 0)).hasSize(1);

    assertThat(store.append(WORKSHOP, NOW, message(large), List.of()).number()).isEqualTo(2);
    assertThat(store.events(WORKSHOP, 0)).hasSize(2);
  }

  @Test
  void fileThatIsNoDatabaseIsRefused() throws Exception {
    store.close();
    Files.writeString(file(), "These are notes of mine, and no database at all.\n".repeat(200));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("is damaged, or isn't a database")
        .hasMessageContaining(address());
    assertThat(file()).content().startsWith("These are notes");
  }

  @Test
  void damageInTheMiddleIsFoundAtTheStart() throws Exception {
    for (int i = 0; i < 200; i++) {
      store.append(WORKSHOP, NOW, message("event " + i + "x".repeat(500)), List.of());
    }
    store.close();
    try (var file = new RandomAccessFile(file().toFile(), "rw")) {
      for (long position = 4096 * 3L; position < file.length(); position += 4096) {
        file.seek(position);
        file.write(new byte[256]);
      }
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void placesThatCanNotBeUsedAreNamed() throws Exception {
    Path blocked = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> WorkshopStores.open(blocked + "/x.db", folder, Map.of()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining(blocked.toString());
    assertThatThrownBy(() -> WorkshopStores.open(folder.toString(), folder, Map.of()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("isn't a file");
    assertThatThrownBy(() -> WorkshopStores.open(folder + "/a?b.db", folder, Map.of()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("question mark");
  }
}
