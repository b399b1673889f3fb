package dev.deckhand.workshop.service;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.seat.SeatSession;
import dev.deckhand.workshop.store.StoreUnavailable;
import dev.deckhand.workshop.store.WorkshopStore;
import dev.deckhand.workshop.store.WorkshopStore.SecretKind;
import dev.deckhand.workshop.store.WorkshopStore.StoredSecret;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import dev.deckhand.workshop.terminal.KeptTerminal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A workshop that this process serves. */
public final class RunningWorkshop implements Workshop, AutoCloseable {

  private static final Duration TRY_WINDOW = Duration.ofMinutes(1);

  /** A whole class may come from one address; only wrong words count. */
  private static final int TRIES_PER_ADDRESS = 60;

  private static final int TRIES_TOGETHER = 600;
  private static final int MAX_QUEUE = 500;
  private static final Duration MAX_TIMER = Duration.ofHours(12);

  private final WorkshopStore store;
  private final StoredWorkshop stored;
  private final LessonOffer offer;
  private final Function<LessonId, Optional<Lesson>> lessons;
  private final BiFunction<SeatId, Runnable, SeatSession> seats;
  private final Clock clock;
  private final RandomGenerator random;
  private final TryLimit tries;
  private final ChangeNotifier notifier = new ChangeNotifier();
  private final Map<SeatId, SeatSession> sessions = new ConcurrentHashMap<>();
  private final Object events = new Object();
  private volatile RoomState room;

  /**
   * @param stored as it is in the store
   * @param seats makes the session of a seat; the other argument is to be called after each change
   * @throws StoreUnavailable if the events so far can't be read
   */
  public RunningWorkshop(
      WorkshopStore store,
      StoredWorkshop stored,
      LessonOffer offer,
      Function<LessonId, Optional<Lesson>> lessons,
      BiFunction<SeatId, Runnable, SeatSession> seats,
      Clock clock,
      RandomGenerator random)
      throws StoreUnavailable {
    this.store = store;
    this.stored = stored;
    this.offer = offer;
    this.lessons = lessons;
    this.seats = seats;
    this.clock = clock;
    this.random = random;
    this.tries = new TryLimit(TRIES_PER_ADDRESS, TRIES_TOGETHER, TRY_WINDOW, clock);
    this.room = RoomState.empty(offer.first().orElseThrow(), stored.capacity());
    readNewEvents();
    notifier.start();
  }

  @Override
  public CourseCard course() {
    return offer.course();
  }

  @Override
  public RoomState room() {
    return room;
  }

  @Override
  public Map<SeatId, SeatActivity> activities() {
    var all = new LinkedHashMap<SeatId, SeatActivity>();
    for (Seat seat : room.present()) {
      all.put(seat.id(), session(seat.id()).activity());
    }
    return all;
  }

  /** A new one-time key for the instructor's address. Earlier ones stay valid. */
  public String newInstructorKey() throws StoreUnavailable {
    String key = Secrets.token();
    store.putSecret(stored.id(), secret(SecretKind.INSTRUCTOR_KEY, key, Optional.empty()));
    return key;
  }

  private static StoredSecret secret(SecretKind kind, String word, Optional<SeatId> seat) {
    return new StoredSecret(kind, Secrets.digest(word), seat);
  }

  @Override
  public Ticket join(String code, String name, String returnKey, String address) throws Refusal {
    requireTries(address);
    if (!Secrets.same(Secrets.normalized(code), Secrets.normalized(stored.joinCode()))) {
      tries.failed(address);
      throw new Refusal(
          Refusal.Reason.WRONG_CODE,
          "That isn't the code of this workshop.",
          "Look at the code that your instructor shows, and type it again.");
    }
    String plainName = PlainText.name(name);
    synchronized (events) {
      if (room.closed()) {
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
    return room.seats().values().stream()
        .filter(seat -> !seat.left() && PlainText.nameKey(seat.name()).equals(key))
        .findFirst();
  }

  private Ticket comeBack(Seat seat, String returnKey, String address) throws Refusal {
    String typed = Secrets.normalized(returnKey);
    Optional<StoredSecret> known =
        typed.isEmpty()
            ? Optional.empty()
            : stored(() -> store.secret(stored.id(), seatKey(seat.id(), typed)));
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
    stored(() -> {
      store.putSecret(stored.id(), secret(SecretKind.LEARNER_TOKEN, token, Optional.of(seat.id())));
      return "";
    });
    return new Ticket(seat.id(), token, returnKey.strip());
  }

  /** A return key is short, so it counts for its seat alone. */
  private static String seatKey(SeatId seat, String key) {
    return Secrets.digest(seat + ":" + key);
  }

  private Ticket takeSeat(String name) throws Refusal {
    if (room.queue().size() >= MAX_QUEUE) {
      throw new Refusal(
          Refusal.Reason.FULL,
          "This workshop is full, and so is its queue.",
          "Tell your instructor, and try again later.");
    }
    var seat = SeatId.random(random);
    String token = Secrets.token();
    String returnKey = Secrets.legible(2);
    append(
        new RoomEvent.SeatJoined(seat, name),
        List.of(
            secret(SecretKind.LEARNER_TOKEN, token, Optional.of(seat)),
            new StoredSecret(
                SecretKind.RETURN_KEY,
                seatKey(seat, Secrets.normalized(returnKey)),
                Optional.of(seat))));
    return new Ticket(seat, token, returnKey);
  }

  @Override
  public Optional<SeatId> seat(String token) {
    return known(token)
        .filter(secret -> secret.kind() == SecretKind.LEARNER_TOKEN)
        .flatMap(StoredSecret::seat)
        .filter(id -> {
          Seat seat = room.seats().get(id);
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

  @Override
  public String redeemInstructorKey(String key, String address) throws Refusal {
    requireTries(address);
    boolean known =
        stored(() -> {
          Optional<StoredSecret> secret = store.secret(stored.id(), Secrets.digest(key));
          return secret.filter(one -> one.kind() == SecretKind.INSTRUCTOR_KEY).isPresent()
              && store.removeSecret(stored.id(), Secrets.digest(key));
        });
    if (!known) {
      tries.failed(address);
      throw new Refusal(
          Refusal.Reason.WRONG_CODE,
          "This link has been used, or was never valid.",
          "Make a new one on the server: deckhand workshop link");
    }
    String token = Secrets.token();
    stored(() -> {
      store.putSecret(stored.id(), secret(SecretKind.INSTRUCTOR_TOKEN, token, Optional.empty()));
      return "";
    });
    return token;
  }

  @Override
  public boolean isInstructor(String token) {
    return known(token).filter(secret -> secret.kind() == SecretKind.INSTRUCTOR_TOKEN).isPresent();
  }

  @Override
  public void handle(InstructorCommand command) throws Refusal {
    switch (command) {
      case InstructorCommand.Broadcast(String text) -> {
        String plain = PlainText.message(text);
        append(new RoomEvent.MessageBroadcast(plain), List.of());
        sessions.values().forEach(session -> session.announce(plain, false));
      }
      case InstructorCommand.Hold(int step) -> {
        requireStep(step);
        append(new RoomEvent.ClassHeld(step), List.of());
        sessions.values().forEach(session -> session.hold(step));
      }
      case InstructorCommand.Release() -> {
        append(new RoomEvent.ClassReleased(), List.of());
        sessions.values().forEach(session -> session.hold(0));
      }
      case InstructorCommand.OpenLesson(LessonId lesson) -> {
        offer.require(lesson);
        append(new RoomEvent.LessonOpened(lesson), List.of());
        sessions.values().forEach(session -> session.open(lesson));
      }
      case InstructorCommand.PushHint(Optional<SeatId> seat, String text) -> {
        String plain = PlainText.message(text);
        if (seat.isPresent()) {
          requireSeat(seat.get());
        }
        append(new RoomEvent.HintPushed(seat, plain), List.of());
        sessions.forEach((id, session) -> {
          if (seat.isEmpty() || seat.get().equals(id)) {
            session.announce(plain, true);
          }
        });
      }
      case InstructorCommand.StartTimer(Duration length) -> {
        if (!length.isPositive() || length.compareTo(MAX_TIMER) > 0) {
          throw new Refusal(
              Refusal.Reason.NOT_VALID,
              "A timer can't run for that long.",
              "Choose between one second and twelve hours.");
        }
        append(new RoomEvent.TimerStarted(clock.instant().plus(length), length), List.of());
      }
      case InstructorCommand.StopTimer() -> append(new RoomEvent.TimerStopped(), List.of());
      case InstructorCommand.LowerHand(SeatId seat) -> {
        requireSeat(seat);
        append(new RoomEvent.HandLowered(seat), List.of());
      }
      case InstructorCommand.AskToLook(SeatId seat, boolean typing) -> {
        requireSeat(seat);
        askToLook(session(seat), typing);
      }
      case InstructorCommand.StopLooking(SeatId seat) -> {
        requireSeat(seat);
        stopLooking(session(seat), "You have stopped looking.");
      }
      case InstructorCommand.RemoveSeat(SeatId seat) -> {
        requireSeat(seat);
        leave(seat, true);
      }
      case InstructorCommand.CloseWorkshop() -> {
        append(new RoomEvent.WorkshopClosed(), List.of());
        closeSeats("The workshop is over. Your instructor can give you your results.");
      }
    }
    notifier.changed();
  }

  private static void askToLook(SeatSession session, boolean typing) {
    SeatActivity.Look now = session.activity().look();
    boolean enough =
        now == SeatActivity.Look.MAY_TYPE || (now == SeatActivity.Look.MAY_SEE && !typing);
    if (!enough) {
      session.look(typing ? SeatActivity.Look.ASKED_TO_TYPE : SeatActivity.Look.ASKED_TO_SEE);
    }
  }

  private static void stopLooking(SeatSession session, String why) {
    session.look(SeatActivity.Look.NONE);
    session.terminal().detachGuests(why);
  }

  private void requireStep(int step) throws Refusal {
    int steps = lessons.apply(room.lesson()).map(lesson -> lesson.steps().size()).orElse(0);
    if (step < 1 || step > steps) {
      throw new Refusal(
          Refusal.Reason.NOT_VALID,
          "The lesson has no step " + step + ".",
          "Choose a step from 1 to " + steps + ".");
    }
  }

  private Seat requireSeat(SeatId id) throws Refusal {
    Seat seat = room.seats().get(id);
    if (seat == null || seat.left()) {
      throw new Refusal(
          Refusal.Reason.NOT_FOUND, "Nobody is at that seat any more.", "Choose another one.");
    }
    return seat;
  }

  @Override
  public void handle(SeatId id, LearnerCommand command) throws Refusal {
    Seat seat = requireSeat(id);
    switch (command) {
      case LearnerCommand.RaiseHand() -> append(new RoomEvent.HandRaised(id), List.of());
      case LearnerCommand.LowerHand() -> append(new RoomEvent.HandLowered(id), List.of());
      case LearnerCommand.AllowLook() -> allowLook(seat);
      case LearnerCommand.DenyLook() ->
          stopLooking(session(id), "The learner doesn't want that now.");
      case LearnerCommand.Leave() -> leave(id, false);
    }
    notifier.changed();
  }

  private void allowLook(Seat seat) {
    SeatSession session = session(seat.id());
    switch (session.activity().look()) {
      case ASKED_TO_SEE -> session.look(SeatActivity.Look.MAY_SEE);
      case ASKED_TO_TYPE -> session.look(SeatActivity.Look.MAY_TYPE);
      case NONE, MAY_SEE, MAY_TYPE -> {
        // nobody has asked, or it's allowed already
      }
    }
  }

  /** A leaving never waits: the lab is removed meanwhile. */
  private void leave(SeatId id, boolean removed) throws Refusal {
    append(new RoomEvent.SeatLeft(id, removed), List.of());
    stored(() -> {
      store.removeSecrets(stored.id(), id);
      return "";
    });
    SeatSession session = sessions.remove(id);
    if (session != null) {
      String why =
          removed
              ? "Your instructor has ended your place in this workshop."
              : "You have left the workshop.";
      Thread.ofVirtual().name("leaving-" + id).start(() -> session.close(why));
    }
    admitNext();
  }

  private void admitNext() throws Refusal {
    synchronized (events) {
      for (Optional<Seat> next = room.next(); next.isPresent(); next = room.next()) {
        append(new RoomEvent.SeatAdmitted(next.get().id()), List.of());
      }
    }
  }

  @Override
  public KeptTerminal terminal(SeatId id) throws Refusal {
    if (!requireSeat(id).admitted() || room.closed()) {
      throw new Refusal(
          Refusal.Reason.NOT_ALLOWED,
          room.closed() ? "The workshop is over." : "You don't have a seat yet.",
          "Wait until it's your turn.");
    }
    return session(id).terminal();
  }

  private SeatSession session(SeatId id) {
    return sessions.computeIfAbsent(
        id,
        _ -> {
          SeatSession session = seats.apply(id, notifier::changed);
          RoomState now = room;
          session.open(now.lesson());
          now.heldAt().ifPresent(session::hold);
          return session;
        });
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return notifier.subscribe(listener);
  }

  /** Stores an event, and then changes the room. */
  private void append(RoomEvent event, List<StoredSecret> secrets) throws Refusal {
    synchronized (events) {
      stored(() -> {
        store.append(stored.id(), clock.instant(), event, secrets);
        readNewEvents();
        return "";
      });
    }
    notifier.changed();
  }

  /** Also those of other servers of this workshop. */
  private void readNewEvents() throws StoreUnavailable {
    synchronized (events) {
      RoomState next = room;
      for (var one : store.events(stored.id(), next.version())) {
        next = next.after(one);
      }
      room = next;
    }
  }

  private static <T> T stored(StoreCall<T> call) throws Refusal {
    try {
      return call.run();
    } catch (StoreUnavailable later) {
      throw new Refusal(
          Refusal.Reason.UNAVAILABLE,
          "The workshop's database doesn't answer, so nothing was changed.",
          "Try again in a moment.");
    }
  }

  private interface StoreCall<T> {
    T run() throws StoreUnavailable;
  }

  private void closeSeats(String why) {
    List<SeatSession> open = List.copyOf(sessions.values());
    sessions.clear();
    for (SeatSession session : open) {
      Thread.ofVirtual().name("closing").start(() -> session.close(why));
    }
  }

  /** Ends all seats and removes their labs, and waits for that. */
  public void removeSeats() throws InterruptedException {
    List<SeatSession> open = List.copyOf(sessions.values());
    sessions.clear();
    var closing = open.stream().map(session -> Thread.ofVirtual().start(session::close)).toList();
    for (Thread one : closing) {
      one.join();
    }
  }

  /** Stops telling of changes; the seats stay as they are, for the next start. */
  @Override
  public void close() {
    notifier.close();
  }
}
