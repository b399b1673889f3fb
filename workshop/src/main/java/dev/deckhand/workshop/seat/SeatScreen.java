package dev.deckhand.workshop.seat;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Display;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.FileEditor;
import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The terminal of a seat's lesson, which also tells how far the session is.
 *
 * @param sessions told after each change of the session
 */
record SeatScreen(LearnerTerminal terminal, Consumer<Session> sessions)
    implements LearnerTerminal, Screen {

  @Override
  public Screen screen() {
    return this;
  }

  @Override
  public LineSource lineSource() {
    return terminal.lineSource();
  }

  @Override
  public void start() {
    terminal.start();
  }

  @Override
  public void close() {
    terminal.close();
  }

  @Override
  public void show(Session session, Display display) {
    terminal.screen().show(session, display);
  }

  @Override
  public void showStatus(Session session) {
    sessions.accept(session);
    terminal.screen().showStatus(session);
  }

  @Override
  public void showFault(String what, String next) {
    terminal.screen().showFault(what, next);
  }

  @Override
  public Console handOver() {
    return terminal.screen().handOver();
  }

  /** None: the built-in editor edits files of this machine. */
  @Override
  public Optional<FileEditor> editor() {
    return Optional.empty();
  }

  @Override
  public void takeBack() {
    terminal.screen().takeBack();
  }

  @Override
  public BootProgress progress() {
    return terminal.screen().progress();
  }
}
