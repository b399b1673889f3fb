package dev.deckhand.workshop.web;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.RoomEvent;
import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatActivity.Look;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.StoredRoomEvent;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.terminal.SeatTerminal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A workshop in memory, with terminals that echo. */
public final class FakeWorkshop implements Workshop {

  public static final String CODE = "blue-otter-42";
  public static final String KEY = "one-time-key-of-the-instructor";
  public static final LessonId FIRST = LessonId.of("docker/containers");
  public static final LessonId SECOND = LessonId.of("docker/images");

  private final Random random = new Random(7);
  private final Map<String, SeatId> tokens = new HashMap<>();
  private final Map<SeatId, String> returnKeys = new HashMap<>();
  private final Map<SeatId, EchoTerminal> terminals = new HashMap<>();
  private final Map<SeatId, SeatActivity> activities = new LinkedHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Object> commands = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private RoomState room;
  private long number;
  private Optional<String> namespace = Optional.empty();
  private boolean keyUsed;
  private boolean unavailable;

  public FakeWorkshop(int capacity) {
    room = RoomState.empty(FIRST, capacity);
  }

  @Override
  public CourseCard course() {
    return new CourseCard(
        "docker",
        "Docker from the ground up",
        "",
        "",
        List.of(
            card(FIRST, "Your first container", 7), card(SECOND, "Images and where they are", 5)));
  }

  private static LessonCard card(LessonId id, String title, int steps) {
    return new LessonCard(id, title, LabNeeds.NONE, List.of(), 20, "easy", steps);
  }

  @Override
  public synchronized RoomState room() {
    if (unavailable) {
      throw new IllegalStateException("the database is away");
    }
    return room;
  }

  @Override
  public synchronized Optional<String> namespace(SeatId seat) {
    return namespace;
  }

  /** The namespace that all seats have from now on. */
  public void setNamespace(String name) {
    synchronized (this) {
      namespace = Optional.of(name);
    }
    listeners.forEach(Runnable::run);
  }

  @Override
  public synchronized Map<SeatId, SeatActivity> activities() {
    return Map.copyOf(activities);
  }

  @Override
  public synchronized Ticket join(String code, String name, String returnKey, String address)
      throws Refusal {
    addresses.add(address);
    if (!code.replaceAll("[^A-Za-z0-9]", "").equalsIgnoreCase(CODE.replace("-", ""))) {
      throw new Refusal(
          Refusal.Reason.WRONG_CODE, "That isn't this workshop's code.", "Type it as it's shown.");
    }
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.length() > 40) {
      throw new Refusal(
          Refusal.Reason.NAME_NOT_VALID, "That name can't be used.", "Use 1 to 40 letters.");
    }
    Optional<Seat> taken =
        room.seats().values().stream()
            .filter(seat -> !seat.left() && seat.name().equalsIgnoreCase(wanted))
            .findFirst();
    if (taken.isPresent()) {
      SeatId seat = taken.get().id();
      if (!returnKey(seat).equalsIgnoreCase(returnKey.strip())) {
        throw new Refusal(
            Refusal.Reason.NAME_TAKEN,
            "Somebody has this name already.",
            "If that's you, type your return key; if not, choose another name.");
      }
      return ticket(seat);
    }
    SeatId seat = SeatId.random(random);
    returnKeys.put(seat, "K" + (1000 + returnKeys.size()) + "-RTN");
    activities.put(seat, activity(1, Map.of(), Optional.empty(), Look.NONE));
    terminals.put(seat, new EchoTerminal());
    apply(new RoomEvent.SeatJoined(seat, wanted));
    return ticket(seat);
  }

  private Ticket ticket(SeatId seat) {
    String token = "token-" + Long.toHexString(random.nextLong());
    tokens.put(token, seat);
    return new Ticket(seat, token, returnKey(seat));
  }

  private String returnKey(SeatId seat) {
    return Objects.requireNonNull(returnKeys.get(seat));
  }

  private SeatActivity activity(SeatId seat) {
    return Objects.requireNonNull(activities.get(seat));
  }

  private static SeatActivity activity(
      int step,
      Map<Integer, StepOutcome> outcomes,
      Optional<SeatActivity.StuckCheck> stuck,
      Look look) {
    return new SeatActivity(
        SeatActivity.State.WORKING,
        step,
        7,
        outcomes,
        stuck,
        1,
        Instant.parse("2026-12-01T09:00:00Z"),
        look);
  }

  @Override
  public synchronized Optional<SeatId> seat(String token) {
    return Optional.ofNullable(tokens.get(token))
        .filter(seat ->
            room.seats().values().stream().anyMatch(one -> one.id().equals(seat) && !one.left()));
  }

  @Override
  public synchronized String redeemInstructorKey(String key, String address) throws Refusal {
    if (keyUsed || !key.equals(KEY)) {
      throw new Refusal(
          Refusal.Reason.NOT_ALLOWED,
          "This address was used already, or isn't the instructor's.",
          "Make a new one where the server runs.");
    }
    keyUsed = true;
    return "instructor-token";
  }

  @Override
  public boolean isInstructor(String token) {
    return token.equals("instructor-token");
  }

  @Override
  public synchronized void handle(InstructorCommand command) {
    commands.add(command);
    switch (command) {
      case InstructorCommand.Broadcast(String text) -> apply(new RoomEvent.MessageBroadcast(text));
      case InstructorCommand.Hold(int step) -> apply(new RoomEvent.ClassHeld(step));
      case InstructorCommand.Release() -> apply(new RoomEvent.ClassReleased());
      case InstructorCommand.OpenLesson(LessonId lesson) ->
          apply(new RoomEvent.LessonOpened(lesson));
      case InstructorCommand.PushHint(Optional<SeatId> seat, String text) ->
          apply(new RoomEvent.HintPushed(seat, text));
      case InstructorCommand.StartTimer(var length) ->
          apply(new RoomEvent.TimerStarted(Instant.now().plus(length), length));
      case InstructorCommand.StopTimer() -> apply(new RoomEvent.TimerStopped());
      case InstructorCommand.LowerHand(SeatId seat) -> apply(new RoomEvent.HandLowered(seat));
      case InstructorCommand.AskToLook(SeatId seat, boolean typing) ->
          look(seat, typing ? Look.ASKED_TO_TYPE : Look.ASKED_TO_SEE);
      case InstructorCommand.StopLooking(SeatId seat) -> look(seat, Look.NONE);
      case InstructorCommand.RemoveSeat(SeatId seat) -> leave(seat, true);
      case InstructorCommand.CloseWorkshop() -> apply(new RoomEvent.WorkshopClosed());
    }
  }

  private void leave(SeatId seat, boolean removed) {
    apply(new RoomEvent.SeatLeft(seat, removed));
    echo(seat).end("Your seat was taken away.");
    room.next().ifPresent(next -> apply(new RoomEvent.SeatAdmitted(next.id())));
  }

  @Override
  public synchronized void handle(SeatId seat, LearnerCommand command) {
    commands.add(command);
    switch (command) {
      case LearnerCommand.RaiseHand() -> apply(new RoomEvent.HandRaised(seat));
      case LearnerCommand.LowerHand() -> apply(new RoomEvent.HandLowered(seat));
      case LearnerCommand.AllowLook() ->
          look(seat, activity(seat).look() == Look.ASKED_TO_TYPE ? Look.MAY_TYPE : Look.MAY_SEE);
      case LearnerCommand.DenyLook() -> look(seat, Look.NONE);
      case LearnerCommand.Leave() -> leave(seat, false);
    }
  }

  public synchronized void look(SeatId seat, Look look) {
    SeatActivity now = activity(seat);
    activities.put(seat, activity(now.step(), now.outcomes(), now.stuck(), look));
    changed();
  }

  /** A learner passes a step, or gets stuck in it. */
  public synchronized void progress(
      SeatId seat, int step, Optional<SeatActivity.StuckCheck> stuck) {
    var outcomes = new HashMap<Integer, StepOutcome>();
    for (int done = 1; done < step; done++) {
      outcomes.put(done, done == 2 ? StepOutcome.SKIPPED : StepOutcome.DONE);
    }
    activities.put(seat, activity(step, outcomes, stuck, activity(seat).look()));
    changed();
  }

  public synchronized void setUnavailable(boolean unavailable) {
    this.unavailable = unavailable;
    changed();
  }

  public synchronized void apply(RoomEvent event) {
    room = room.after(new StoredRoomEvent(++number, Instant.now(), event));
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public synchronized SeatTerminal terminal(SeatId seat) {
    return echo(seat);
  }

  public synchronized EchoTerminal echo(SeatId seat) {
    return Objects.requireNonNull(terminals.get(seat));
  }

  public synchronized EchoTerminal echo(String name) {
    return echo(seatOf(name));
  }

  public synchronized SeatId seatOf(String name) {
    return room.seats().values().stream()
        .filter(seat -> seat.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  public synchronized List<Object> commands() {
    return List.copyOf(commands);
  }

  public synchronized List<String> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
