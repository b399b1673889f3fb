package dev.deckhand.workshop.ssh;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.RoomState;
import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A room whose terminals show what is typed. */
final class FakeWorkshop implements Workshop, AutoCloseable {

  static final String CODE = "AB12-CD34";
  static final String KEY = "kiwi-77";

  private final Random random = new Random(1);
  private final Map<String, SeatId> names = new ConcurrentHashMap<>();
  private final Map<SeatId, FakeTerminal> terminals = new ConcurrentHashMap<>();
  private final List<String> tries = new CopyOnWriteArrayList<>();

  @Override
  public synchronized Ticket join(String code, String name, String returnKey, String address)
      throws Refusal {
    tries.add(code + "/" + name + "/" + returnKey + "/" + address);
    if (!code.equals(CODE)) {
      throw new Refusal(
          Refusal.Reason.WRONG_CODE, "The join code is wrong.", "Look at the \u001b[31mscreen.");
    }
    if (!name.matches("[\\p{L}0-9 ]{1,20}")) {
      throw new Refusal(
          Refusal.Reason.NAME_NOT_VALID, "The name can't be used.", "Take letters and digits.");
    }
    SeatId seat = names.get(name);
    if (seat != null && !returnKey.equals(KEY)) {
      throw returnKey.isEmpty()
          ? new Refusal(Refusal.Reason.NAME_TAKEN, "The name is taken.", "Type the return key.")
          : new Refusal(Refusal.Reason.WRONG_CODE, "The return key is wrong.", "Ask for it.");
    }
    if (seat == null) {
      seat = SeatId.random(random);
      names.put(name, seat);
      terminals.put(seat, new FakeTerminal(name));
    }
    return new Ticket(seat, "token", KEY);
  }

  /** What was tried: {@code CODE/NAME/KEY/ADDRESS}. */
  List<String> tries() {
    return List.copyOf(tries);
  }

  FakeTerminal terminalOf(String name) {
    SeatId seat = names.get(name);
    FakeTerminal terminal = seat == null ? null : terminals.get(seat);
    if (terminal == null) {
      throw new IllegalStateException("nobody is called " + name);
    }
    return terminal;
  }

  @Override
  public FakeTerminal terminal(SeatId seat) throws Refusal {
    FakeTerminal terminal = terminals.get(seat);
    if (terminal == null) {
      throw new Refusal(Refusal.Reason.NOT_FOUND, "There is no such seat.", "Join again.");
    }
    return terminal;
  }

  @Override
  public CourseCard course() {
    return new CourseCard("docker", "Containers", "", "", List.of());
  }

  @Override
  public RoomState room() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<SeatId, SeatActivity> activities() {
    return Map.of();
  }

  @Override
  public Optional<SeatId> seat(String token) {
    return Optional.empty();
  }

  @Override
  public String redeemInstructorKey(String key, String address) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isInstructor(String token) {
    return false;
  }

  @Override
  public void handle(InstructorCommand command) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void handle(SeatId seat, LearnerCommand command) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return () -> {};
  }

  @Override
  public void close() {
    terminals.values().forEach(FakeTerminal::close);
  }
}
