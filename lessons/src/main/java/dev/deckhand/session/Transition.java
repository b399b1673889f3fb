package dev.deckhand.session;

import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import java.util.ArrayList;
import java.util.List;

/** One update under way: the session as it becomes, and the effects in their order. */
final class Transition {

  private final List<Effect> effects = new ArrayList<>();
  private Session session;

  Transition(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  StepProgress progress() {
    return session.progress();
  }

  void replaceSession(Session next) {
    session = next;
  }

  void replaceCommandLine(CommandLineState next) {
    session = session.withCommandLine(next);
  }

  void progress(StepProgress next) {
    session = session.withProgress(next);
  }

  void addEffect(Effect effect) {
    effects.add(effect);
  }

  /** Runs a command in the foreground. */
  void run(SessionCommand command) {
    session = session.withRunning(new CommandLineState.Foreground.Running(command));
    writeJournal(
        new JournalEvent.CommandTyped(session.step().number(), CommandFormat.write(command)));
    addEffect(new Effect.RunCommand(command));
  }

  void show(Display display) {
    effects.add(new Effect.Show(display));
  }

  void showNotice(Display.NoticeKind noticeKind, String detail) {
    show(new Display.Notice(noticeKind, detail));
  }

  void writeJournal(JournalEvent event) {
    effects.add(new Effect.WriteJournal(event));
  }

  Update.Result result() {
    return new Update.Result(session, List.copyOf(effects));
  }
}
