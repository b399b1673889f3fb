package dev.deckhand.workshop.service;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.store.StoreUnavailable;
import dev.deckhand.workshop.store.WorkshopStore;
import dev.deckhand.workshop.store.WorkshopStore.SecretKind;
import dev.deckhand.workshop.store.WorkshopStore.StoredSecret;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Who may enter a workshop: learners by its code, the instructor by a link. Thread-safe. */
final class Membership {

  private static final Duration TRY_WINDOW = Duration.ofMinutes(1);

  /** A whole class may come from one address; only wrong words count. */
  private static final int TRIES_PER_ADDRESS = 60;

  private static final int TRIES_TOGETHER = 600;
  private static final int MAX_QUEUE = 500;

  private final WorkshopStore store;
  private final StoredWorkshop stored;
  private final RoomLog log;
  private final RandomGenerator random;
  private final TryLimit tries;

  Membership(
      WorkshopStore store,
      StoredWorkshop stored,
      RoomLog log,
      Clock clock,
      RandomGenerator random) {
    this.store = store;
    this.stored = stored;
    this.log = log;
    this.random = random;
    this.tries = new TryLimit(TRIES_PER_ADDRESS, TRIES_TOGETHER, TRY_WINDOW, clock);
  }

  /** A new one-time key for the instructor's address. Earlier ones stay valid. */
  String newInstructorKey() throws StoreUnavailable {
    String key = Secrets.token();
    store.putSecret(stored.id(), secret(SecretKind.INSTRUCTOR_KEY, key, Optional.empty()));
    return key;
  }

  private static StoredSecret secret(SecretKind kind, String word, Optional<SeatId> seat) {
    return new StoredSecret(kind, Secrets.digest(word), seat);
  }

  Workshop.Ticket join(String code, String name, String returnKey, String address) throws Refusal {
    requireTries(address);
    if (!Secrets.same(Secrets.normalized(code), Secrets.normalized(stored.joinCode()))) {
      tries.failed(address);
      throw new Refusal(
          Refusal.Reason.WRONG_CODE,
          "That isn't the code of this workshop.",
          "Look at the code that your instructor shows, and type it again.");
    }
    String plainName = PlainText.name(name);
    // two of one name at once: the second finds the first
    synchronized (log) {
      if (log.room().closed()) {
        throw new Refusal(
            Refusal.Reason.CLOSED, "The workshop is over.", "Ask your instructor for another one.");
      }
      Optional<Seat> taken = seatNamed(plainName);
      return taken.isPresent() ? comeBack(taken.get(), returnKey, address) : takeSeat(plainName);
    }
  }

  private void requireTries(String address) throws Refusal {
    if (!tries.allows(address)) {
      throw new Refusal(
          Refusal.Reason.TOO_MANY_TRIES,
          "There were too many wrong codes from here.",
          "Wait a minute, and try again.");
    }
  }

  private Optional<Seat> seatNamed(String name) {
    String key = PlainText.nameKey(name);
    return log.room().seats().values().stream()
        .filter(seat -> !seat.left() && PlainText.nameKey(seat.name()).equals(key))
        .findFirst();
  }

  private Workshop.Ticket comeBack(Seat seat, String returnKey, String address) throws Refusal {
    String typed = Secrets.normalized(returnKey);
    Optional<StoredSecret> known =
        typed.isEmpty()
            ? Optional.empty()
            : log.ask(() -> store.secret(stored.id(), seatKey(seat.id(), typed)));
    if (known.filter(one -> one.kind() == SecretKind.RETURN_KEY).isEmpty()) {
      if (!typed.isEmpty()) {
        tries.failed(address);
      }
      throw new Refusal(
          Refusal.Reason.NAME_TAKEN,
          typed.isEmpty()
              ? "Somebody with this name is here already."
              : "That isn't the return key of this name.",
          "If it's you, type your return key. If not, choose another name.");
    }
    String token = Secrets.token();
    log.ask(() -> {
      store.putSecret(stored.id(), secret(SecretKind.LEARNER_TOKEN, token, Optional.of(seat.id())));
      return "";
    });
    return new Workshop.Ticket(seat.id(), token, returnKey.strip());
  }

  /** A return key is short, so it counts for its seat alone. */
  private static String seatKey(SeatId seat, String key) {
    return Secrets.digest(seat + ":" + key);
  }

  private Workshop.Ticket takeSeat(String name) throws Refusal {
    if (log.room().queue().size() >= MAX_QUEUE) {
      throw new Refusal(
          Refusal.Reason.FULL,
          "This workshop is full, and so is its queue.",
          "Tell your instructor, and try again later.");
    }
    var seat = SeatId.random(random);
    String token = Secrets.token();
    String returnKey = Secrets.legible(2);
    log.append(
        new RoomEvent.SeatJoined(seat, name),
        List.of(
            secret(SecretKind.LEARNER_TOKEN, token, Optional.of(seat)),
            new StoredSecret(
                SecretKind.RETURN_KEY,
                seatKey(seat, Secrets.normalized(returnKey)),
                Optional.of(seat))));
    return new Workshop.Ticket(seat, token, returnKey);
  }

  Optional<SeatId> seat(String token) {
    return known(token)
        .filter(secret -> secret.kind() == SecretKind.LEARNER_TOKEN)
        .flatMap(StoredSecret::seat)
        .filter(id -> {
          Seat seat = log.room().seats().get(id);
          return seat != null && !seat.left();
        });
  }

  private Optional<StoredSecret> known(String token) {
    try {
      return token.isEmpty() ? Optional.empty() : store.secret(stored.id(), Secrets.digest(token));
    } catch (StoreUnavailable later) {
      return Optional.empty();
    }
  }

  /** Tries aren't counted: nobody guesses 256 bits, and wrong join codes mustn't keep it shut. */
  String redeemInstructorKey(String key) throws Refusal {
    boolean known =
        log.ask(() -> {
          Optional<StoredSecret> secret = store.secret(stored.id(), Secrets.digest(key));
          return secret.filter(one -> one.kind() == SecretKind.INSTRUCTOR_KEY).isPresent()
              && store.removeSecret(stored.id(), Secrets.digest(key));
        });
    if (!known) {
      throw new Refusal(
          Refusal.Reason.WRONG_CODE,
          "This link has been used, or was never valid.",
          "Make a new one on the server: deckhand workshop link");
    }
    String token = Secrets.token();
    put(secret(SecretKind.INSTRUCTOR_TOKEN, token, Optional.empty()));
    return token;
  }

  boolean isInstructor(String token) {
    return known(token).filter(secret -> secret.kind() == SecretKind.INSTRUCTOR_TOKEN).isPresent();
  }

  /** Takes a seat's secret words away. */
  void forget(SeatId seat) throws Refusal {
    log.ask(() -> {
      store.removeSecrets(stored.id(), seat);
      return seat;
    });
  }

  private void put(StoredSecret secret) throws Refusal {
    log.ask(() -> {
      store.putSecret(stored.id(), secret);
      return secret;
    });
  }
}
