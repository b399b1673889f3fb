package dev.deckhand.shell.loop;

import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.session.Deed;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Message;
import dev.deckhand.session.Scene;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Journal;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The loop: one thread that owns the session, takes messages in and hands effects out. */
public final class Voyage {

  private final Update update;
  private final Inbox inbox;
  private final Crew crew;
  private final Screen screen;
  private final LineSource lines;
  private final Journal journal;
  private final String id;
  private final Clock clock;
  private final Consumer<Deed> written;
  private final List<Scene> held = new ArrayList<>();
  private final List<Entry> unwritten = new ArrayList<>();
  private Session session;
  private boolean journalFailed;

  /**
   * @param id the session's id, for the journal
   * @param written told of each deed once it is on the disk
   */
  public Voyage(
      Session session,
      String id,
      Update update,
      Inbox inbox,
      Crew crew,
      Screen screen,
      LineSource lines,
      Journal journal,
      Clock clock,
      Consumer<Deed> written) {
    this.session = session;
    this.id = id;
    this.update = update;
    this.inbox = inbox;
    this.crew = crew;
    this.screen = screen;
    this.lines = lines;
    this.journal = journal;
    this.clock = clock;
    this.written = written;
  }

  /** Walks the lesson until the learner leaves, and says how it ended. */
  public Ended sail() throws InterruptedException {
    inbox.post(new Message.Opened(clock.instant()));
    while (true) {
      Message message = inbox.take();
      if (message instanceof Message.Typed) {
        lines.taken();
      }
      Update.Result result = update.update(session, message);
      session = result.session();
      if (session.running() == null) {
        held.forEach(scene -> screen.show(session, scene));
        held.clear();
      }
      Optional<Effect.Farewell> farewell = carryOut(result.effects());
      if (farewell.isPresent()) {
        return new Ended(farewell.get(), session, crew.stumbled());
      }
      screen.stand(session);
      if (!session.busy()) {
        lines.ready(session);
      }
    }
  }

  private Optional<Effect.Farewell> carryOut(List<Effect> effects) {
    LabNeeds needs = session.lesson().needs();
    Optional<Effect.Farewell> farewell = Optional.empty();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.StartLab(var asked) -> crew.startLab(asked);
        case Effect.Prepare order -> crew.prepare(order, needs);
        case Effect.Watch(var subjects) -> crew.watch(subjects);
        case Effect.Run(var command) -> crew.run(command, needs);
        case Effect.RunSolution(var step) -> crew.skip(step, needs);
        case Effect.Explain(var subjects) -> crew.explain(subjects);
        case Effect.LookUp(var path) -> crew.lookUp(path);
        case Effect.LetPlay(var step) -> crew.letPlay(step);
        case Effect.Xray(var live) -> crew.xray(live);
        case Effect.StopXray() -> crew.stopXray();
        case Effect.Wake order -> crew.wake(order);
        case Effect.WriteDown(var deed) -> record(deed);
        case Effect.Show(var scene) -> show(scene);
        case Effect.Leave(var how) -> farewell = Optional.of(how);
      }
    }
    return farewell;
  }

  /** A scene waits while a command has the terminal: it must not draw over an editor. */
  private void show(Scene scene) {
    if (session.running() != null && !(scene instanceof Scene.XrayNews)) {
      held.add(scene);
    } else {
      screen.show(session, scene);
    }
  }

  /** Writes a deed down, after those for which there was no room before. */
  private void record(Deed deed) {
    unwritten.add(new Entry(clock.instant(), id, session.lesson().id(), deed));
    try {
      while (!unwritten.isEmpty()) {
        journal.append(unwritten.getFirst());
        written.accept(unwritten.removeFirst().deed());
      }
      journalFailed = false;
    } catch (IOException full) {
      if (!journalFailed) {
        screen.trouble(
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
   * @param stumbled whether something of our own went wrong on the way
   */
  public record Ended(Effect.Farewell farewell, Session session, boolean stumbled) {}
}
