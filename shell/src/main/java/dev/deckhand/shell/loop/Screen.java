package dev.deckhand.shell.loop;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Display;
import dev.deckhand.session.Session;
import java.util.Optional;

/** What the learner looks at. Safe for use by several threads. */
public interface Screen {

  /** Shows a scene, without disturbing what is being typed. */
  void show(Session session, Display display);

  /**
   * Shows how the session stands, where the screen has a place for it; called after each change.
   */
  default void showStatus(Session session) {}

  /** Shows a fault of the program's surroundings: what, and what next. */
  void showFault(String what, String next);

  /** Hands the terminal to a command that runs now, until {@link #takeBack}. */
  Console handOver();

  /** An editor of our own, for the time in which the terminal is handed over; none without one. */
  default Optional<FileEditor> editor() {
    return Optional.empty();
  }

  /** Takes the terminal back from a command that has ended. */
  void takeBack();

  /** Whether what is shown can reach nobody any more: the reader of a pipe has gone. */
  default boolean isClosed() {
    return false;
  }

  /** Told how the lab comes up. */
  BootProgress progress();
}
