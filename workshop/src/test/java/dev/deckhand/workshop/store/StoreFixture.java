package dev.deckhand.workshop.store;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.StoredRoomEvent;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A store in a new database for each test, and what tests do with it. */
@Timeout(120)
abstract class StoreFixture {

  static final String WORKSHOP = "room-1";
  static final Instant NOW = Instant.parse("2026-11-30T09:00:00.123456789Z");
  static final SeatId SEAT = new SeatId("abcd2345");
  static final SeatId OTHER = new SeatId("bcde3456");
  static final LessonId LESSON = LessonId.of("docker/first-container");
  static final StoredWorkshop ROOM = new StoredWorkshop(WORKSHOP, "docker", 30, "AB12-CD34", NOW);

  SqlWorkshopStore store;

  /** Where a database is that is new for each test, and the same within one. */
  abstract String address();

  SqlWorkshopStore open() throws StoreUnavailable {
    return open(Duration.ofSeconds(60));
  }

  SqlWorkshopStore open(Duration patience) throws StoreUnavailable {
    return WorkshopStores.open(
        DatabaseAddress.of(address(), Path.of(""), Optional.empty()), patience);
  }

  /** Makes the database look as a newer version would leave it. */
  abstract void execute(String sqlite, String postgresql) throws Exception;

  @BeforeEach
  void createWorkshop() throws Exception {
    store = open();
    store.create(ROOM);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  void reopen() throws StoreUnavailable {
    store.close();
    store = open();
  }

  static String digest(int number) {
    return "%064x".formatted(number);
  }

  static RoomEvent message(String text) {
    return new RoomEvent.MessageBroadcast(text);
  }

  static JournalEntry entry(LessonId lesson, JournalEvent event) {
    return new JournalEntry(NOW, "session1", lesson, event);
  }

  static int run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return 1;
    }
  }

  /** Lets the writer stand still in a transaction until a task's threads have had time to queue. */
  <T> T whileTheWriterIsHeld(Callable<T> task) throws Exception {
    return whileTheWriterIsHeld(task, true);
  }

  <T> T whileTheWriterIsHeld(Callable<T> task, boolean letGo) throws Exception {
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var holder =
          threads.submit(() ->
              store
                  .writes()
                  .write(
                      WORKSHOP,
                      connection -> {
                        run(connection, "UPDATE workshop SET capacity = capacity");
                        held.countDown();
                        awaitUnchecked(release);
                        return 1;
                      }));
      held.await();
      var answer = threads.submit(task);
      if (letGo) {
        while (store.writes().waiting() < 60) {
          Thread.onSpinWait();
          Thread.sleep(1);
        }
      } else {
        answer.get();
      }
      release.countDown();
      holder.get();
      return answer.get();
    }
  }

  static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  abstract Database openDatabase() throws StoreUnavailable;

  StoredRoomEvent appendOne() throws StoreUnavailable {
    return store.append(WORKSHOP, NOW, message("one"), List.of());
  }
}
