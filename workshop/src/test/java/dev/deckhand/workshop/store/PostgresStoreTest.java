package dev.deckhand.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckhand.workshop.room.StoredRoomEvent;
import dev.deckhand.workshop.store.WorkshopStore.SecretKind;
import dev.deckhand.workshop.store.WorkshopStore.StoredSecret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {

  private String database = "";

  @BeforeAll
  static void requirePostgres() {
    Optional<String> missing = PrivatePostgres.missingPart();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @Override
  @BeforeEach
  void createWorkshop() throws Exception {
    database = PrivatePostgres.shared().createDatabase();
    super.createWorkshop();
  }

  @Override
  String address() {
    return PrivatePostgres.shared().address(database);
  }

  @Override
  Database openDatabase() throws StoreUnavailable {
    return new PostgresDatabase(server(address()));
  }

  private static DatabaseAddress.PostgresServer server(String address) throws StoreUnavailable {
    return (DatabaseAddress.PostgresServer)
        DatabaseAddress.of(address, Path.of(""), Optional.empty());
  }

  @Override
  void execute(String sqlite, String postgresql) throws Exception {
    try (Connection connection = PrivatePostgres.shared().connect(database)) {
      run(connection, postgresql);
    }
  }

  @Test
  void severalServersAppendToOneWorkshop() throws Exception {
    try (WorkshopStore second = open();
        WorkshopStore third = open()) {
      List<WorkshopStore> stores = List.of(store, second, third);
      List<StoredRoomEvent> acknowledged =
          Crowd.run(
              150, i -> () -> stores.get(i % 3).append(WORKSHOP, NOW, message("" + i), List.of()));

      List<StoredRoomEvent> stored = second.events(WORKSHOP, 0);
      assertThat(stored).containsExactlyInAnyOrderElementsOf(acknowledged);
      assertThat(stored)
          .extracting(StoredRoomEvent::number)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 150).boxed().toList());
    }
  }

  @Test
  void oneOfSeveralServersUsesAOneTimeSecret() throws Exception {
    try (WorkshopStore second = open()) {
      for (int round = 0; round < 10; round++) {
        store.putSecret(
            WORKSHOP, new StoredSecret(SecretKind.INSTRUCTOR_KEY, digest(7), Optional.empty()));
        List<Boolean> answers =
            Crowd.run(
                20, i -> () -> (i % 2 == 0 ? store : second).removeSecret(WORKSHOP, digest(7)));

        assertThat(answers).filteredOn(answer -> answer).hasSize(1);
      }
    }
  }

  @Test
  void serversThatWriteToManyWorkshopsDoNotBlockEachOther() throws Exception {
    for (int i = 0; i < 10; i++) {
      store.create(new WorkshopStore.StoredWorkshop("many-" + i, "docker", 1, "code", NOW));
    }
    try (WorkshopStore second = open()) {
      List<StoredRoomEvent> all =
          Crowd.run(
              400,
              i ->
                  () ->
                      (i % 2 == 0 ? store : second)
                          .append("many-" + (i * 7 % 10), NOW, message("" + i), List.of()));
      assertThat(all).hasSize(400);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(store.events("many-" + i, 0))
          .extracting(StoredRoomEvent::number)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }
  }

  @Test
  void serversOpenAnEmptyDatabaseAtOnce() throws Exception {
    database = PrivatePostgres.shared().createDatabase();
    List<SqlWorkshopStore> opened = Crowd.run(4, i -> this::open);

    opened.forEach(SqlWorkshopStore::close);
    assertThat(opened).hasSize(4);
  }

  @Test
  void whatWaitsIsCommittedTogether() throws Exception {
    long before = batches();
    whileTheWriterIsHeld(
        () -> Crowd.run(60, i -> () -> store.append(WORKSHOP, NOW, message("" + i), List.of())));

    assertThat(store.events(WORKSHOP, 0)).hasSize(60);
    assertThat(batches() - before).isBetween(2L, 3L);
  }

  private long batches() throws Exception {
    try (Connection connection = PrivatePostgres.shared().connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT max(batch) FROM deckhand.writer")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void acknowledgedEventsSurviveTheKillOfTheServer() throws Exception {
    Queue<StoredRoomEvent> acknowledged = new ConcurrentLinkedQueue<>();
    var stop = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> writers =
          IntStream.range(0, 16)
              .mapToObj(i ->
                  threads.submit(() -> {
                    int written = 0;
                    while (!stop.get()) {
                      acknowledged.add(store.append(WORKSHOP, NOW, message("" + i), List.of()));
                      written++;
                    }
                    return written;
                  }))
              .toList();
      awaitSize(acknowledged, 300);
      PrivatePostgres.shared().kill();
      int atTheKill = acknowledged.size();
      PrivatePostgres.shared().restart();
      awaitSize(acknowledged, atTheKill + 300);
      stop.set(true);
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isPositive();
      }
    }

    List<StoredRoomEvent> stored = store.events(WORKSHOP, 0);
    assertThat(stored)
        .as("nothing is lost, nothing is there twice")
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(stored)
        .extracting(StoredRoomEvent::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, stored.size()).boxed().toList());
  }

  private static void awaitSize(Queue<?> queue, int size) throws InterruptedException {
    while (queue.size() < size) {
      Thread.sleep(5);
    }
  }

  @Test
  void commitWhoseAnswerIsLostIsNotRepeated() throws Exception {
    try (var proxy = new CuttingProxy(PrivatePostgres.shared().port());
        SqlWorkshopStore far =
            WorkshopStores.open(
                server(PrivatePostgres.address(database, proxy.port())), Duration.ofSeconds(60))) {
      far.append(WORKSHOP, NOW, message("one"), List.of());
      proxy.loseTheAnswerToTheNextCommit();
      StoredRoomEvent two = far.append(WORKSHOP, NOW, message("two"), List.of());
      assertThat(proxy.cuts()).isEqualTo(1);
      StoredRoomEvent three = far.append(WORKSHOP, NOW, message("three"), List.of());

      assertThat(two.number()).isEqualTo(2);
      assertThat(three.number()).isEqualTo(3);
      assertThat(store.events(WORKSHOP, 1)).containsExactly(two, three);
    }
  }

  @Test
  void secretThatWasRemovedWhenTheAnswerWasLostCountsAsRemoved() throws Exception {
    store.putSecret(
        WORKSHOP, new StoredSecret(SecretKind.INSTRUCTOR_KEY, digest(7), Optional.empty()));
    try (var proxy = new CuttingProxy(PrivatePostgres.shared().port());
        SqlWorkshopStore far =
            WorkshopStores.open(
                server(PrivatePostgres.address(database, proxy.port())), Duration.ofSeconds(60))) {
      proxy.loseTheAnswerToTheNextCommit();

      assertThat(far.removeSecret(WORKSHOP, digest(7))).isTrue();
      assertThat(proxy.cuts()).isEqualTo(1);
      assertThat(far.removeSecret(WORKSHOP, digest(7))).isFalse();
    }
  }

  @Test
  void serverThatIsGoneIsSaidAndComesBack() throws Exception {
    try (var proxy = new CuttingProxy(PrivatePostgres.shared().port());
        SqlWorkshopStore far =
            WorkshopStores.open(
                server(PrivatePostgres.address(database, proxy.port())), Duration.ofSeconds(1))) {
      far.append(WORKSHOP, NOW, message("one"), List.of());
      far.events(WORKSHOP, 0);
      proxy.refuse(true);

      assertThatThrownBy(() -> far.append(WORKSHOP, NOW, message("two"), List.of()))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("doesn't answer");
      assertThatThrownBy(() -> far.events(WORKSHOP, 0))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("doesn't answer");
      proxy.refuse(false);

      assertThat(far.events(WORKSHOP, 0)).hasSize(1);
      assertThat(far.append(WORKSHOP, NOW, message("three"), List.of()).number()).isEqualTo(2);
    }
  }

  @Test
  void commitsWaitForTheDiskWhateverTheUserIsSetTo() throws Exception {
    execute("", "ALTER DATABASE " + database + " SET synchronous_commit = off");
    store.close();
    store = open();
    String setting =
        store
            .writes()
            .write(
                WORKSHOP,
                connection -> {
                  try (var statement = connection.createStatement();
                      var rows = statement.executeQuery("SHOW synchronous_commit")) {
                    rows.next();
                    return rows.getString(1);
                  }
                });

    assertThat(setting).isEqualTo("on");
  }

  @Test
  void wrongPasswordIsSaidAndNotRepeated() {
    String wrong = "wr0ng-secret";
    int port = PrivatePostgres.shared().port();
    for (String address :
        List.of(
            "postgresql://deckhand:" + wrong + "@127.0.0.1:" + port + "/" + database,
            "jdbc:postgresql://127.0.0.1:"
                + port
                + "/"
                + database
                + "?user=deckhand&password="
                + wrong)) {
      assertThatThrownBy(() -> WorkshopStores.open(address, Path.of(""), Map.of()))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("refused the user or the password")
          .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain(wrong));
    }
  }

  @Test
  void passwordComesFromTheEnvironment() throws Exception {
    String address =
        "postgresql://deckhand@127.0.0.1:" + PrivatePostgres.shared().port() + "/" + database;
    var environment =
        Map.of(WorkshopStores.PASSWORD_VARIABLE, PrivatePostgres.PASSWORD, "PATH", "/bin");
    try (WorkshopStore other = WorkshopStores.open(address, Path.of(""), environment)) {
      assertThat(other.workshop(WORKSHOP)).contains(ROOM);
    }
  }

  @Test
  void missingDatabaseIsNamedAsSuch() {
    String address = PrivatePostgres.shared().address("nowhere");

    assertThatThrownBy(() -> WorkshopStores.open(address, Path.of(""), Map.of()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("There is no such database")
        .satisfies(failure ->
            assertThat(stackTrace(failure))
                .doesNotContain(PrivatePostgres.PASSWORD)
                .doesNotContain(PrivatePostgres.ESCAPED_PASSWORD));
  }

  private static String stackTrace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
