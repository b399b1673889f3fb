package dev.deckhand.workshop.service;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonCard;
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
import java.util.random.RandomGenerator;

/** A workshop that this process serves. */
public final class RunningWorkshop implements Workshop, AutoCloseable {

  private static final Duration MAX_TIMER = Duration.ofHours(12);

  /** How often a learner may raise a hand within a minute: each time is stored for good. */
  private static final int MAX_HANDS = 20;

  private final LessonOffer offer;
  private final BiFunction<SeatId, Runnable, SeatSession> seats;
  private final ClassLabs classLabs;
  private final Clock clock;
  private final RoomLog log;
  private final Membership members;
  private final TryLimit hands;
  private final ChangeNotifier notifier = new ChangeNotifier();
  private final Map<SeatId, SeatSession> sessions = new ConcurrentHashMap<>();

  /**
   * @param stored as it is in the store
   * @param seats makes the session of a seat; the other argument is to be called after each change
   * @param classLabs removed when the workshop is closed
   * @throws StoreUnavailable if the events so far can't be read
   */
  public RunningWorkshop(
      WorkshopStore store,
      StoredWorkshop stored,
      LessonOffer offer,
      BiFunction<SeatId, Runnable, SeatSession> seats,
      ClassLabs classLabs,
      Clock clock,
      RandomGenerator random)
      throws StoreUnavailable {
    this.offer = offer;
    this.seats = seats;
    this.classLabs = classLabs;
    this.clock = clock;
    this.log =
        RoomLog.open(
            store,
            stored.id(),
            RoomState.empty(offer.first().orElseThrow(), stored.capacity()),
            clock);
    this.hands = new TryLimit(MAX_HANDS, Integer.MAX_VALUE, Duration.ofMinutes(1), clock);
    this.members = new Membership(store, stored, log, clock, random);
    notifier.start();
  }

  @Override
  public CourseCard course() {
    return offer.course();
  }

  @Override
  public RoomState room() {
    return log.room();
  }

  @Override
  public List<String> problems() {
    return classLabs.problems();
  }

  @Override
  public Optional<String> namespace(SeatId seat) {
    RoomState now = room();
    Seat wanted = now.seats().get(seat);
    // a page may ask for a seat that its learner has just left
    return wanted == null || wanted.left() || !wanted.admitted()
        ? Optional.empty()
        : offer.card(now.lesson()).flatMap(session(seat)::namespace);
  }

  @Override
  public Map<SeatId, SeatActivity> activities() {
    var all = new LinkedHashMap<SeatId, SeatActivity>();
    for (Seat seat : room().present()) {
      all.put(seat.id(), session(seat.id()).activity());
    }
    return all;
  }

  /** A new one-time key for the instructor's address. Earlier ones stay valid. */
  public String newInstructorKey() throws StoreUnavailable {
    return members.newInstructorKey();
  }

  @Override
  public Ticket join(String code, String name, String returnKey, String address) throws Refusal {
    Ticket ticket = members.join(code, name, returnKey, address);
    notifier.changed();
    return ticket;
  }

  @Override
  public Optional<SeatId> seat(String token) {
    return members.seat(token);
  }

  @Override
  public String redeemInstructorKey(String key, String address) throws Refusal {
    return members.redeemInstructorKey(key);
  }

  @Override
  public boolean isInstructor(String token) {
    return members.isInstructor(token);
  }

  @Override
  public void handle(InstructorCommand command) throws Refusal {
    switch (command) {
      case InstructorCommand.Broadcast(String text) -> {
        String plain = PlainText.message(text);
        append(new RoomEvent.MessageBroadcast(plain));
        sessions.values().forEach(session -> session.announce(plain, false));
      }
      case InstructorCommand.Hold(int step) -> {
        requireStep(step);
        append(new RoomEvent.ClassHeld(step));
        sessions.values().forEach(session -> session.hold(step));
      }
      case InstructorCommand.Release() -> {
        append(new RoomEvent.ClassReleased());
        sessions.values().forEach(session -> session.hold(0));
      }
      case InstructorCommand.OpenLesson(LessonId lesson) -> {
        offer.require(lesson);
        append(new RoomEvent.LessonOpened(lesson));
        sessions.values().forEach(session -> session.open(lesson));
      }
      case InstructorCommand.PushHint(Optional<SeatId> seat, String text) -> {
        String plain = PlainText.message(text);
        if (seat.isPresent()) {
          requireSeat(seat.get());
        }
        append(new RoomEvent.HintPushed(seat, plain));
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
        append(new RoomEvent.TimerStarted(clock.instant().plus(length), length));
      }
      case InstructorCommand.StopTimer() -> append(new RoomEvent.TimerStopped());
      case InstructorCommand.LowerHand(SeatId seat) -> {
        requireSeat(seat);
        append(new RoomEvent.HandLowered(seat));
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
        append(new RoomEvent.WorkshopClosed());
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
    session.detachGuests(why);
  }

  private void requireStep(int step) throws Refusal {
    int steps = offer.card(room().lesson()).map(LessonCard::steps).orElse(0);
    if (step < 1 || step > steps) {
      throw new Refusal(
          Refusal.Reason.NOT_VALID,
          "The lesson has no step " + step + ".",
          "Choose a step from 1 to " + steps + ".");
    }
  }

  private Seat requireSeat(SeatId id) throws Refusal {
    Seat seat = room().seats().get(id);
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
      case LearnerCommand.RaiseHand() -> {
        if (seat.handSince().isEmpty()) {
          raiseHand(id);
        }
      }
      case LearnerCommand.LowerHand() -> {
        if (seat.handSince().isPresent()) {
          append(new RoomEvent.HandLowered(id));
        }
      }
      case LearnerCommand.AllowLook() -> allowLook(seat);
      case LearnerCommand.DenyLook() ->
          stopLooking(session(id), "The learner doesn't want that now.");
      case LearnerCommand.Leave() -> leave(id, false);
    }
    notifier.changed();
  }

  private void raiseHand(SeatId id) throws Refusal {
    if (!hands.allows(id.value())) {
      throw new Refusal(
          Refusal.Reason.TOO_MANY_TRIES,
          "You've raised your hand many times within a minute.",
          "Wait a minute, and try again.");
    }
    hands.failed(id.value());
    append(new RoomEvent.HandRaised(id));
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
    append(new RoomEvent.SeatLeft(id, removed));
    members.forget(id);
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
    while (log.appendNext(room -> room.next().map(seat -> new RoomEvent.SeatAdmitted(seat.id())))) {
      notifier.changed();
    }
  }

  @Override
  public KeptTerminal terminal(SeatId id) throws Refusal {
    if (!requireSeat(id).admitted() || room().closed()) {
      throw new Refusal(
          Refusal.Reason.NOT_ALLOWED,
          room().closed() ? "The workshop is over." : "You don't have a seat yet.",
          "Wait until it's your turn.");
    }
    return session(id).terminal();
  }

  private SeatSession session(SeatId id) {
    return sessions.computeIfAbsent(
        id,
        _ -> {
          SeatSession session = seats.apply(id, notifier::changed);
          RoomState now = room();
          session.open(now.lesson());
          now.heldAt().ifPresent(session::hold);
          return session;
        });
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return notifier.subscribe(listener);
  }

  private void append(RoomEvent event) throws Refusal {
    log.append(event, List.of());
    notifier.changed();
  }

  private void closeSeats(String why) {
    List<SeatSession> open = List.copyOf(sessions.values());
    sessions.clear();
    var closing =
        open.stream()
            .map(session -> Thread.ofVirtual().name("closing").start(() -> session.close(why)))
            .toList();
    Thread.ofVirtual().name("closing-labs").start(() -> removeClassLabs(closing));
  }

  private void removeClassLabs(List<Thread> seatsClosing) {
    try {
      for (Thread seat : seatsClosing) {
        seat.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    classLabs.remove();
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
