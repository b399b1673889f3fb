package dev.deckhand.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.StoredRoomEvent;
import dev.deckhand.workshop.store.WorkshopStore.SecretKind;
import dev.deckhand.workshop.store.WorkshopStore.StoredSecret;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every database must do. */
abstract class StoreContract extends StoreFixture {

  @Test
  void workshopComesBackAsItWas() throws Exception {
    reopen();

    assertThat(store.workshop(WORKSHOP)).contains(ROOM);
    assertThat(store.workshop("room-2")).isEmpty();
  }

  @Test
  void workshopIsCreatedOnce() throws Exception {
    var second = new StoredWorkshop(WORKSHOP, "helm", 5, "ZZ", NOW.plusSeconds(1));

    assertThat(store.create(second)).isEqualTo(ROOM);
    assertThat(store.workshop(WORKSHOP)).contains(ROOM);
  }

  @Test
  void eventsHaveNumbersInEachWorkshop() throws Exception {
    store.create(new StoredWorkshop("room-2", "helm", 5, "ZZ", NOW));
    StoredRoomEvent first =
        store.append(WORKSHOP, NOW, new RoomEvent.SeatJoined(SEAT, "Zoë"), List.of());
    StoredRoomEvent elsewhere = store.append("room-2", NOW, message("hello"), List.of());
    StoredRoomEvent second =
        store.append(WORKSHOP, NOW.plusNanos(1), new RoomEvent.HandRaised(SEAT), List.of());
    reopen();

    assertThat(first.number()).isEqualTo(1);
    assertThat(second.number()).isEqualTo(2);
    assertThat(store.events(WORKSHOP, 0)).containsExactly(first, second);
    assertThat(store.events(WORKSHOP, 1)).containsExactly(second);
    assertThat(store.events(WORKSHOP, 2)).isEmpty();
    assertThat(store.events("room-2", 0)).containsExactly(elsewhere);
    assertThat(elsewhere.number()).isEqualTo(1);
  }

  @Test
  void secretsAreStoredWithTheirEventOrNotAtAll() throws Exception {
    var token = new StoredSecret(SecretKind.LEARNER_TOKEN, digest(1), Optional.of(SEAT));
    var key = new StoredSecret(SecretKind.RETURN_KEY, digest(2), Optional.of(SEAT));
    store.append(WORKSHOP, NOW, new RoomEvent.SeatJoined(SEAT, "Ada"), List.of(token, key));

    assertThat(store.secret(WORKSHOP, digest(1))).contains(token);
    assertThat(store.secret(WORKSHOP, digest(2))).contains(key);

    assertThatThrownBy(() -> store.append("room-9", NOW, message("x"), List.of(token)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("room-9");
    assertThat(store.events("room-9", 0)).isEmpty();
    assertThat(store.secret("room-9", digest(1))).isEmpty();
  }

  @Test
  void secretsAreReplacedAndTakenAway() throws Exception {
    var token = new StoredSecret(SecretKind.INSTRUCTOR_TOKEN, digest(1), Optional.empty());
    store.putSecret(WORKSHOP, token);
    assertThat(store.secret(WORKSHOP, digest(1))).contains(token);

    var other = new StoredSecret(SecretKind.LEARNER_TOKEN, digest(1), Optional.of(SEAT));
    store.putSecret(WORKSHOP, other);
    assertThat(store.secret(WORKSHOP, digest(1))).contains(other);

    store.putSecret(
        WORKSHOP, new StoredSecret(SecretKind.RETURN_KEY, digest(2), Optional.of(SEAT)));
    store.putSecret(
        WORKSHOP, new StoredSecret(SecretKind.RETURN_KEY, digest(3), Optional.of(OTHER)));
    store.removeSecrets(WORKSHOP, SEAT);
    reopen();

    assertThat(store.secret(WORKSHOP, digest(1))).isEmpty();
    assertThat(store.secret(WORKSHOP, digest(2))).isEmpty();
    assertThat(store.secret(WORKSHOP, digest(3))).isPresent();
    assertThat(store.removeSecret(WORKSHOP, digest(3))).isTrue();
    assertThat(store.removeSecret(WORKSHOP, digest(3))).isFalse();
  }

  @Test
  void oneOfManyUsesAOneTimeSecret() throws Exception {
    for (int round = 0; round < 5; round++) {
      store.putSecret(
          WORKSHOP, new StoredSecret(SecretKind.INSTRUCTOR_KEY, digest(7), Optional.empty()));
      List<Boolean> answers = Crowd.run(50, i -> () -> store.removeSecret(WORKSHOP, digest(7)));

      assertThat(answers).filteredOn(answer -> answer).hasSize(1);
    }
  }

  @Test
  void journalsAreKeptInTheOrderOfWriting() throws Exception {
    var elsewhere = LessonId.of("docker/volumes");
    JournalEntry first = entry(LESSON, new JournalEvent.StepBegan(1));
    JournalEntry second = entry(elsewhere, new JournalEvent.StepBegan(1));
    JournalEntry third = entry(LESSON, new JournalEvent.NoteAdded(1, "a note"));
    JournalEntry others = entry(LESSON, new JournalEvent.LessonFinished());
    store.appendJournal(WORKSHOP, SEAT, first);
    store.appendJournal(WORKSHOP, OTHER, others);
    store.appendJournal(WORKSHOP, SEAT, second);
    store.appendJournal(WORKSHOP, SEAT, third);
    reopen();

    assertThat(store.journal(WORKSHOP, SEAT)).containsExactly(first, second, third);
    assertThat(store.journal(WORKSHOP, SEAT, LESSON)).containsExactly(first, third);
    assertThat(store.journal(WORKSHOP, OTHER)).containsExactly(others);
    assertThat(store.journal("room-2", SEAT)).isEmpty();
    assertThatThrownBy(() -> store.appendJournal("room-2", SEAT, first))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoHundredAppendAtOnce() throws Exception {
    int each = 5;
    List<List<StoredRoomEvent>> acknowledged =
        Crowd.run(
            200,
            i ->
                () ->
                    IntStream.range(0, each)
                        .mapToObj(j -> appendUnchecked(message(i + "/" + j)))
                        .toList());

    List<StoredRoomEvent> stored = store.events(WORKSHOP, 0);
    assertThat(stored)
        .containsExactlyInAnyOrderElementsOf(acknowledged.stream().flatMap(List::stream).toList());
    assertThat(stored)
        .extracting(StoredRoomEvent::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 200L * each).boxed().toList());
    assertThat(acknowledged)
        .as("who waits for an answer before the next event has them in this order")
        .allSatisfy(mine -> assertThat(mine).extracting(StoredRoomEvent::number).isSorted());
  }

  private StoredRoomEvent appendUnchecked(RoomEvent event) {
    try {
      return store.append(WORKSHOP, NOW, event, List.of());
    } catch (StoreUnavailable failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void writesThatFailDoNotFailTheOthers() throws Exception {
    List<Object> answers =
        whileTheWriterIsHeld(() ->
            Crowd.run(
                60,
                i ->
                    () -> {
                      try {
                        return switch (i % 3) {
                          case 0 -> store.append(WORKSHOP, NOW, message("" + i), List.of());
                          case 1 -> store.append("nowhere", NOW, message("" + i), List.of());
                          default -> store.writes().write(WORKSHOP, c -> run(c, "SELECT nope"));
                        };
                      } catch (StoreUnavailable | IllegalArgumentException refused) {
                        return refused;
                      }
                    }));

    assertThat(answers).filteredOn(StoredRoomEvent.class::isInstance).hasSize(20);
    assertThat(answers).filteredOn(IllegalArgumentException.class::isInstance).hasSize(20);
    assertThat(answers).filteredOn(StoreUnavailable.class::isInstance).hasSize(20);
    assertThat(store.events(WORKSHOP, 0))
        .extracting(StoredRoomEvent::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void readersDoNotWaitForTheWriter() throws Exception {
    store.append(WORKSHOP, NOW, message("before"), List.of());
    List<StoredRoomEvent> seen = whileTheWriterIsHeld(() -> store.events(WORKSHOP, 0), false);

    assertThat(seen).hasSize(1);
  }

  @Test
  void fullQueueRefusesAndWorksAgain() throws Exception {
    store.close();
    Database database = openDatabase();
    store =
        new SqlWorkshopStore(
            database,
            new WriteQueue(database, Duration.ofSeconds(1), 2),
            new ReaderPool(database, Duration.ofSeconds(60)));
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
                        held.countDown();
                        awaitUnchecked(release);
                        return 1;
                      }));
      held.await();
      var two = IntStream.range(0, 2).mapToObj(i -> threads.submit(this::appendOne)).toList();
      while (store.writes().waiting() < 2) {
        Thread.sleep(1);
      }
      assertThatThrownBy(this::appendOne)
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("too slow");
      release.countDown();
      assertThat(holder.get()).isEqualTo(1);
      for (var waited : two) {
        assertThatThrownBy(waited::get).hasCauseInstanceOf(StoreUnavailable.class);
      }
    }

    assertThat(appendOne().number()).isEqualTo(1);
  }

  static List<String> hostileTexts() {
    return List.of(
        "",
        "\0 and \u0001 and \u001b[31m",
        "half a pair \ud83d and the other \ude00 apart",
        "\ude00\ud83d",
        "\ud83d\ude00 \u4f60\u597d \u0627 \u202e",
        "'; DROP TABLE room_event; --",
        "\"\\u0000\\\"{}[]",
        "\uffff\ufffe\ufeff",
        "line\nline\r\n\u2028",
        "x".repeat(1_000_000),
        "\ud83d\ude00".repeat(100_000));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("hostileTexts")
  void hostileTextsComeBackAsTheyWere(String text) throws Exception {
    StoredRoomEvent event = store.append(WORKSHOP, NOW, message(text), List.of());
    JournalEntry note = entry(LESSON, new JournalEvent.NoteAdded(1, text));
    store.appendJournal(WORKSHOP, SEAT, note);

    assertThat(store.events(WORKSHOP, 0).equals(List.of(event))).isTrue();
    assertThat(store.journal(WORKSHOP, SEAT).equals(List.of(note))).isTrue();
  }

  @Test
  void endlessTextIsRefused() throws Exception {
    String text = "x".repeat(5_000_000);

    assertThatThrownBy(() -> store.append(WORKSHOP, NOW, message(text), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longer than");
    assertThatThrownBy(() ->
            store.appendJournal(WORKSHOP, SEAT, entry(LESSON, new JournalEvent.NoteAdded(1, text))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(appendOne().number()).isEqualTo(1);
  }

  @Test
  void hostileIdsFindNothing() throws Exception {
    for (String id : List.of("", "room-1'--", "\u0000", "\ud83d", "x".repeat(100_000))) {
      assertThat(found(id)).isEmpty();
    }
    assertThat(store.workshop(WORKSHOP)).contains(ROOM);
  }

  /** PostgreSQL refuses what it can't encode; that is as good as finding nothing. */
  private Optional<StoredSecret> found(String digest) {
    try {
      return store.secret(WORKSHOP, digest);
    } catch (StoreUnavailable refused) {
      assertThat(refused).hasMessageContaining("refused");
      return Optional.empty();
    }
  }

  @Test
  void recordsOfOtherShapesAreRefused() {
    for (String id : List.of("", "UPPER", "a b", "\u0000", "x".repeat(41))) {
      assertThatThrownBy(() -> new StoredWorkshop(id, "docker", 1, "code", NOW))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new StoredWorkshop(WORKSHOP, "docker", 0, "code", NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoredWorkshop(WORKSHOP, "docker", 1, "c\u0000de", NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoredSecret(SecretKind.RETURN_KEY, "ABC", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eventsOfALaterVersionAreLeftOut() throws Exception {
    store.append(WORKSHOP, NOW, message("one"), List.of());
    StoredRoomEvent two = store.append(WORKSHOP, NOW, message("two"), List.of());
    String sql = "UPDATE %sroom_event SET event = '{\"type\":\"Danced\"}' WHERE number = 1";
    execute(sql.formatted(""), sql.formatted("deckhand."));

    assertThat(store.events(WORKSHOP, 0)).containsExactly(two);
  }

  @Test
  void damagedEventIsNamed() throws Exception {
    store.append(WORKSHOP, NOW, message("one"), List.of());
    String sql = "UPDATE %sroom_event SET event = '{\"type\":\"SeatJoined\"}' WHERE number = 1";
    execute(sql.formatted(""), sql.formatted("deckhand."));

    assertThatThrownBy(() -> store.events(WORKSHOP, 0))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("Event 1 of the workshop is damaged");
  }

  @Test
  void databaseOfANewerVersionIsRefused() throws Exception {
    store.close();
    String sql =
        "INSERT INTO %sflyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL',"
            + " 'V99__later.sql', 1, 'x', 1, true)";
    execute(sql.formatted(""), sql.formatted("deckhand."));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("newer version of Deckhand")
        .hasMessageContaining("99");
    String mend = "DELETE FROM %sflyway_schema_history WHERE installed_rank = 99";
    execute(mend.formatted(""), mend.formatted("deckhand."));
    store = open();
    assertThat(store.workshop(WORKSHOP)).contains(ROOM);
  }

  @Test
  void closedStoreSaysSo() throws Exception {
    store.close();
    store.close();

    assertThatThrownBy(this::appendOne).hasMessageContaining("closed");
    assertThatThrownBy(() -> store.events(WORKSHOP, 0)).hasMessageContaining("closed");
  }

  @Test
  void interruptedCallersGetTheirAnswer() throws Exception {
    Thread.currentThread().interrupt();
    StoredRoomEvent event = appendOne();
    List<StoredRoomEvent> events = store.events(WORKSHOP, 0);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(events).containsExactly(event);
  }
}
