package dev.deckhand.shell.loop;

import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.session.Display;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The loop: one thread that owns the session, takes messages in and hands effects out. */
public final class SessionLoop {

  private final Update update;
  private final Inbox inbox;
  private final EffectRunner effectRunner;
  private final Screen screen;
  private final LineSource lines;
  private final Journal journal;
  private final String id;
  private final Clock clock;
  private final Consumer<JournalEvent> eventListener;
  private final InterruptPolicy interruptPolicy = new InterruptPolicy();
  private final List<Display> delayedDisplays = new ArrayList<>();
  private final List<JournalEntry> unwrittenEntries = new ArrayList<>();
  private Session session;
  private boolean journalFailed;

  /**
   * @param id the session's id, for the journal
   * @param written told of each deed once it is on the disk
   */
  public SessionLoop(
      Session session,
      String id,
      Update update,
      Inbox inbox,
      EffectRunner effectRunner,
      Screen screen,
      LineSource lines,
      Journal journal,
      Clock clock,
      Consumer<JournalEvent> written) {
    this.session = session;
    this.id = id;
    this.update = update;
    this.inbox = inbox;
    this.effectRunner = effectRunner;
    this.screen = screen;
    this.lines = lines;
    this.journal = journal;
    this.clock = clock;
    this.eventListener = written;
  }

  /** Walks the lesson until the learner leaves, and says how it ended. */
  public SessionEnd run() throws InterruptedException {
    inbox.post(new Message.LessonOpened(clock.instant()));
    while (true) {
      Message message = interruptPolicy.interpret(inbox.take(), session);
      if (message instanceof Message.LineTyped) {
        lines.lineTaken();
      }
      Update.Result result = update.update(session, message);
      session = result.session();
      if (session.running() == null) {
        delayedDisplays.forEach(display -> screen.show(session, display));
        delayedDisplays.clear();
      }
      Optional<Effect.EndReason> endReason = execute(result.effects());
      if (endReason.isPresent()) {
        return new SessionEnd(endReason.get(), session, effectRunner.hadInternalError());
      }
      screen.showStatus(session);
      if (!session.isBusy()) {
        lines.sessionReady(session);
      }
    }
  }

  private Optional<Effect.EndReason> execute(List<Effect> effects) {
    LabNeeds needs = session.lesson().needs();
    Optional<Effect.EndReason> endReason = Optional.empty();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.StartLab(var asked) -> effectRunner.startLab(asked);
        case Effect.PrepareStep order -> effectRunner.prepare(order, needs);
        case Effect.WatchSubjects(var subjects) -> effectRunner.watch(subjects);
        case Effect.RunCommand(var command) -> effectRunner.run(command, needs);
        case Effect.RunSolution(var step) -> effectRunner.runSolution(step, needs);
        case Effect.FindCauses(var subjects) -> effectRunner.explain(subjects);
        case Effect.LookUpManual(var path) -> effectRunner.lookUp(path);
        case Effect.StartSandbox(var step) -> effectRunner.startSandbox(step);
        case Effect.StartXray(var live) -> effectRunner.xray(live);
        case Effect.StopXray() -> effectRunner.stopXray();
        case Effect.StartTimer order -> effectRunner.wake(order);
        case Effect.WriteJournal(var event) -> record(event);
        case Effect.Show(var display) -> show(display);
        case Effect.EndSession(var how) -> endReason = Optional.of(how);
      }
    }
    return endReason;
  }

  /** A scene waits while a command has the terminal: it must not draw over an editor. */
  private void show(Display display) {
    if (session.running() != null && !(display instanceof Display.XrayUpdate)) {
      delayedDisplays.add(display);
    } else {
      screen.show(session, display);
    }
  }

  /** Writes a deed down, after those for which there was no room before. */
  private void record(JournalEvent event) {
    unwrittenEntries.add(new JournalEntry(clock.instant(), id, session.lesson().id(), event));
    try {
      while (!unwrittenEntries.isEmpty()) {
        journal.append(unwrittenEntries.getFirst());
        eventListener.accept(unwrittenEntries.removeFirst().event());
      }
      journalFailed = false;
    } catch (IOException full) {
      if (!journalFailed) {
        screen.showFault(
            "Your progress cannot be written down: " + full.getMessage() + ".",
            "Make room on the disk. You can go on; what you do is written down as soon as there is"
                + " room, but not if you leave before.");
      }
      journalFailed = true;
    }
  }

  /**
   * How a walk ended, and where.
   *
   * @param internalError whether something of our own went wrong on the way
   */
  public record SessionEnd(Effect.EndReason farewell, Session session, boolean internalError) {}
}
