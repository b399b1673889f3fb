package dev.deckhand.workshop.service;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.store.StoreUnavailable;
import dev.deckhand.workshop.store.WorkshopStore;
import dev.deckhand.workshop.store.WorkshopStore.StoredSecret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The events of a workshop, and the room that they lead to. An event is stored before the room
 * changes. Thread-safe; who looks first and then appends holds this object's lock.
 */
final class RoomLog {

  private final WorkshopStore store;
  private final String workshop;
  private final Clock clock;
  private volatile RoomState room;

  private RoomLog(WorkshopStore store, String workshop, RoomState empty, Clock clock) {
    this.store = store;
    this.workshop = workshop;
    this.clock = clock;
    this.room = empty;
  }

  /**
   * Reads the events so far.
   *
   * @param empty the room before them
   */
  static RoomLog open(WorkshopStore store, String workshop, RoomState empty, Clock clock)
      throws StoreUnavailable {
    var log = new RoomLog(store, workshop, empty, clock);
    log.readNew();
    return log;
  }

  RoomState room() {
    return room;
  }

  /** Stores an event, with secrets, and then changes the room. */
  synchronized void append(RoomEvent event, List<StoredSecret> secrets) throws Refusal {
    ask(() -> {
      var stored = store.append(workshop, clock.instant(), event, secrets);
      readNew();
      return stored;
    });
  }

  /** Appends the event that the room asks for; returns whether there was one. */
  synchronized boolean appendNext(Function<RoomState, Optional<RoomEvent>> next) throws Refusal {
    Optional<RoomEvent> event = next.apply(room);
    if (event.isPresent()) {
      append(event.get(), List.of());
    }
    return event.isPresent();
  }

  /** Also the events of other servers of this workshop. */
  private synchronized void readNew() throws StoreUnavailable {
    RoomState next = room;
    for (var one : store.events(workshop, next.version())) {
      next = next.after(one);
    }
    room = next;
  }

  /** Asks the store, and says in plain words if it doesn't answer. */
  <T> T ask(StoreCall<T> call) throws Refusal {
    try {
      return call.run();
    } catch (StoreUnavailable later) {
      throw new Refusal(
          Refusal.Reason.UNAVAILABLE,
          "The workshop's database doesn't answer, so nothing was changed.",
          "Try again in a moment.");
    }
  }

  /** A call of the store. */
  interface StoreCall<T> {
    T run() throws StoreUnavailable;
  }
}
