package dev.deckhand.workshop.room;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.workshop.terminal.SeatTerminal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running workshop, as the servers for browsers and SSH use it. Thread-safe. What changes it has
 * been stored when a method returns.
 *
 * <p>Tokens are secret words that a browser keeps in a cookie. The workshop knows only their
 * digests, so that nobody gets one from its database or its logs.
 */
public interface Workshop {

  /** The course that is taught. */
  CourseCard course();

  /** The room now. */
  RoomState room();

  /** What the instructor should know about the class's labs, a sentence for each. */
  default List<String> problems() {
    return List.of();
  }

  /**
   * The name that the namespace of the class's lesson has at a seat; empty where it's the one in
   * the lesson's text.
   */
  default Optional<String> namespace(SeatId seat) {
    return Optional.empty();
  }

  /** What each seat does now. */
  Map<SeatId, SeatActivity> activities();

  /**
   * Joins, or comes back: who joins with the name of a seat has to say its return key as well.
   *
   * @param code the join code as typed; case, spaces and hyphens don't matter
   * @param name the name as typed
   * @param returnKey as typed; empty for who joins for the first time
   * @param address where the request comes from; bounds the tries
   */
  Ticket join(String code, String name, String returnKey, String address) throws Refusal;

  /**
   * What a learner gets.
   *
   * @param token secret, for the learner's browser
   * @param returnKey secret and short: with the name, it opens the seat on another device
   */
  record Ticket(SeatId seat, String token, String returnKey) {}

  /** The seat that a token opens; empty for an unknown one, and for a learner who has left. */
  Optional<SeatId> seat(String token);

  /**
   * Exchanges the one-time key of the instructor's address for a token. Works once.
   *
   * @param address where the request comes from; bounds the tries
   */
  String redeemInstructorKey(String key, String address) throws Refusal;

  /** Whether a token is an instructor's. */
  boolean isInstructor(String token);

  /** Does what an instructor asks for. */
  void handle(InstructorCommand command) throws Refusal;

  /** Does what a learner asks for. */
  void handle(SeatId seat, LearnerCommand command) throws Refusal;

  /**
   * The terminal of a seat. It exists as long as the seat; the first connection opens the lesson in
   * it.
   */
  SeatTerminal terminal(SeatId seat) throws Refusal;

  /**
   * Calls back after each change of the room or of a seat's activity, at most ten times a second,
   * until the subscription is closed. The listener must not wait: it asks for the state itself.
   */
  Subscription onChange(Runnable listener);

  /** Ends the calls to a listener. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
