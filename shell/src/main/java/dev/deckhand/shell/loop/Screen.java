package dev.deckhand.shell.loop;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Display;
import dev.deckhand.session.Session;
import java.util.Optional;

/** What the learner sees. Thread-safe. */
public interface Screen {

  /** Shows something without disturbing the line that is being typed. */
  void show(Session session, Display display);

  /** Updates the status line, if the screen has one; called after each message. */
  default void showStatus(Session session) {}

  /** Shows a problem outside of the lab: what happened and what to do. */
  void showFault(String what, String next);

  /** Hands the terminal to a command until {@link #takeBack}. */
  Console handOver();

  /** The built-in editor, for use while the terminal is handed over; empty without a terminal. */
  default Optional<FileEditor> editor() {
    return Optional.empty();
  }

  /** Takes the terminal back from a command that has ended. */
  void takeBack();

  /** Shows the progress of the lab's start. */
  BootProgress progress();
}
